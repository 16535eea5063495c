import { describe, expect, it } from '@jest/globals';
import type { MoneyFacts } from '../facts-money.js';
import { fullySaidOf, moneySaid } from '../spec-support.js';

const say = (change: (money: MoneyFacts) => void, params = {}) => moneySaid('payment-request@1', change, params);
const second = (change: object) => say(({ requests }) => Object.assign(requests[1] ?? {}, change));
const code = (change: object) => say(({ requests }) => Object.assign(requests[1]?.code ?? {}, change));

describe('a request to pay', () => {
  it.each<[string, object, string]>([
    ['cannot be read', { readable: false }, 'broken_code'],
    ['has a checksum of another text', { checksum: false }, 'broken_code'],
    ['is in dollars', { currency: '840' }, 'other_currency'],
    ['names another country', { country: 'LA' }, 'other_currency'],
    ['could be paid by a banking app', { live: true }, 'payable'],
    ['holds one satang less', { amount: 25049 }, 'other_amount'],
    ['holds no amount', { amount: null }, 'other_amount'],
  ])('is wrong when its code %s', (_, change, key) => {
    expect(code(change)).toBe(key);
  });

  it('is wrong for another amount, receiver or without the mark', () => {
    expect(second({ asked: 20050 })).toBe('other_amount');
    expect(second({ receiver: 'shp_2' })).toBe('other_receiver');
    expect(second({ receiver: null })).toBe('other_receiver');
    expect(second({ practiceMark: false })).toBe('no_mark');
  });

  it('names the order and both amounts in baht', () => {
    const { params } = fullySaidOf('payment-request@1', ({ money }) =>
      Object.assign(money?.requests[1] ?? {}, { asked: 20050 }),
    );
    expect(params).toEqual({ number: 'T-202', asked: 200.5, due: 250.5 });
  });

  it('is looked for three times, or as often as the exercise says', () => {
    const two = ({ requests }: MoneyFacts) => void requests.splice(2);
    expect(say(two)).toBe('too_few');
    expect(say(two, { min: 2 })).toBe('met');
    expect(say(({ requests }) => requests.splice(0))).toBe('none');
  });

  it('is not observed when too few buyers had to be asked', () => {
    const said = fullySaidOf('payment-request@1', ({ money }) =>
      Object.assign(money ?? {}, { buyersToAsk: 2, requests: [] }),
    );
    expect([said.key, said.notObserved]).toEqual(['no_buyer', true]);
  });
});
