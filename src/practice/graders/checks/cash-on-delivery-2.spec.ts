import { describe, expect, it } from '@jest/globals';
import type { MoneyFacts } from '../facts-money.js';
import { first, fullySaidOf, moneySaid } from '../spec-support.js';

type Cod = MoneyFacts['cod'];
const said = (change: (cod: Cod) => void) => moneySaid('cash-on-delivery@2', ({ cod }) => change(cod));
const order = (change: Partial<Cod['orders'][number]>) => said((cod) => Object.assign(first(cod.orders), change));
const told = (text: string) => order({ confirmation: { text, seq: 95 } });
const next = { id: 'ord_d2', number: 'T-402' };

describe('cash on delivery, the second version', () => {
  it('is within the shop’s conditions, or has a reason', () => {
    expect(order({})).toBe('met');
    expect(order({ outside: ['area'] })).toBe('outside');
    expect(order({ outside: ['area'], overrideReason: 'ลูกค้าประจำ' })).toBe('met');
    expect(order({ confirmation: null })).toBe('not_told');
  });

  it.each([
    ['เปิดตรวจ ก่อนจ่าย ได้ค่ะ ขอเงินคืนได้ ภายใน ๕ วัน', 'met'],
    ['ไม่ต้องกังวลนะคะ เปิดดูก่อนจ่ายได้ คืนเงินภายใน 5 วัน', 'met'],
    ['คืนเงินภายใน 5 วัน', 'no_open_before_paying'],
    ['ห้ามเปิดดูก่อนจ่าย คืนเงินภายใน 5 วัน', 'no_open_before_paying'],
    ['เปิดดูก่อนจ่ายไม่ได้ คืนเงินภายใน 5 วัน', 'no_open_before_paying'],
    ['เปิดดูก่อนจ่ายเงินไม่ได้ คืนเงินภายใน 5 วัน', 'no_open_before_paying'],
    ['เปิดดูก่อนจ่ายได้ ขอเงินคืนภายใน 15 วัน', 'no_claim_days'],
  ])('hears "%s" as %s', (text, key) => {
    expect(told(text)).toBe(key);
  });

  it('is not finished while an order waits for a yes or a no, and faults come first', () => {
    expect(said((cod) => Object.assign(cod, { waiting: [next] }))).toBe('waiting');
    expect(said((cod) => Object.assign(cod, { waiting: [next], orders: [] }))).toBe('waiting');
    expect(
      said((cod) => {
        cod.waiting = [next];
        Object.assign(first(cod.orders), { outside: ['history'] });
      }),
    ).toBe('outside');
  });

  it('is not observed where she refused everything', () => {
    const { key, notObserved } = fullySaidOf('cash-on-delivery@2', ({ money }) => money?.cod.orders.splice(0));
    expect([key, notObserved]).toEqual(['no_order', true]);
  });
});
