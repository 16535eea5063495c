import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import type { MoneyFacts } from '../facts-money.js';
import { first, moneySaid, saidOf } from '../spec-support.js';

const say = (change: (money: MoneyFacts, facts: Facts) => void) => moneySaid('receiving-account@1', change);
const held = (holder: string) => say(({ accounts }) => Object.assign(first(accounts), { holder }));

describe('the account that receives', () => {
  it('may stand in her own name, however spaced, or in the registered name of her group', () => {
    expect(held('มะลิ  หัดค้า')).toBe('met');
    expect(held('วิสาหกิจชุมชนกล้วยฉาบบ้านหัดค้า')).toBe('met');
  });

  it('is wrong in the name of a child or of a neighbour, and with one such beside her own', () => {
    expect(held('ใบข้าว หัดค้า')).toBe('other_name');
    expect(held('มะลิ หัดขาย')).toBe('other_name');
    const second = { id: 'acc_2', holder: 'ป้าแก้ว ข้างบ้าน', linkedSeq: 7, testedSeq: null };
    expect(say(({ accounts }) => accounts.push(second))).toBe('other_name');
  });

  it('is not finished before the test credit is matched', () => {
    expect(say(({ accounts }) => Object.assign(first(accounts), { testedSeq: null }))).toBe('not_tested');
  });

  it('is tried before the shop opens, not after; a shop still closed is in time', () => {
    const late = (money: MoneyFacts) => Object.assign(first(money.accounts), { testedSeq: 8 });
    expect(say(late)).toBe('opened_first');
    expect(
      say((money, facts) => {
        late(money);
        facts.events = facts.events.filter(({ type }) => type !== 'shop.opened');
      }),
    ).toBe('met');
  });

  it('is not attempted while there is none, and where the exercise has no money', () => {
    expect(say(({ accounts }) => accounts.splice(0))).toBe('none');
    expect(saidOf('receiving-account@1', (facts) => delete facts.money)).toBe('none');
  });
});
