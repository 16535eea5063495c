import { describe, expect, it } from '@jest/globals';
import type { MoneyFacts } from '../facts-money.js';
import { first, fullySaidOf, moneySaid } from '../spec-support.js';

type Order = MoneyFacts['cod']['orders'][number];
const order = (change: Partial<Order>) =>
  moneySaid('cash-on-delivery@1', ({ cod }) => Object.assign(first(cod.orders), change));
const told = (text: string) => order({ confirmation: { text, seq: 95 } });

describe('cash on delivery', () => {
  it.each<Order['outside'][number]>(['amount', 'area', 'history'])(
    'outside her own condition on %s is wrong',
    (one) => {
      expect(order({ outside: [one] })).toBe('outside');
    },
  );

  it('may be taken outside a condition with a reason, which spaces are not', () => {
    expect(order({ outside: ['amount'], overrideReason: 'ลูกค้าประจำ เคยรับของ 4 ครั้ง' })).toBe('met');
    expect(order({ outside: ['amount'], overrideReason: '   ' })).toBe('outside');
  });

  it('tells of looking before paying and of claiming, in any order and spacing', () => {
    expect(told('ขอเงินคืนได้ ภายใน ๕ วัน และเปิดตรวจ ก่อนจ่ายได้ค่ะ')).toBe('met');
    expect(told('ขอเงินคืนได้ภายใน 5 วันค่ะ')).toBe('no_open_before_paying');
    expect(told('เปิดดูก่อนจ่ายได้ค่ะ ขอเงินคืนภายใน 3 วัน')).toBe('no_claim_days');
  });

  it('is not finished while the buyer has not been told, and not observed while nobody asked for it', () => {
    expect(order({ confirmation: null })).toBe('not_told');
    const said = fullySaidOf('cash-on-delivery@1', ({ money }) => money?.cod.orders.splice(0));
    expect([said.key, said.notObserved]).toEqual(['no_order', true]);
  });
});
