import { describe, expect, it } from '@jest/globals';
import { documentsOf } from './documents.js';
import type { MoneyEvent } from './money-event.js';

const event = (id: string, name = id): MoneyEvent => ({
  ...{ id, name, kind: 'income', day: '2026-11-02', amountSatang: 100, vatSatang: 0 },
});
const NONE = { receipts: [], notes: [], vouchers: [] };

describe('the papers of a shop', () => {
  it('are a receipt where one stands for the sale, and the order where none does', () => {
    const receipts = [{ id: 'rct_1', orderId: 'ord_1', number: 'RC69-0001' }];
    const sales = [event('sale:ord_1', 'TL-0001'), event('sale:ord_2', 'TL-0002')];
    const papers = documentsOf(sales, { ...NONE, receipts });
    expect(papers.map(({ id, name, path }) => [id, name, path])).toEqual([
      ['receipt:rct_1', 'RC69-0001', 'money/receipts/rct_1'],
      ['order:ord_2', 'TL-0002', 'orders/ord_2'],
    ]);
    expect(papers.map(({ eventId }) => eventId)).toEqual(['sale:ord_1', 'sale:ord_2']);
  });

  it('are the statement for fees, and what came by itself', () => {
    const papers = documentsOf([event('fees:pyo_1'), event('refund:ldt_1'), event('paper:yarn')], NONE);
    expect(papers.map(({ id, path }) => [id, path])).toEqual([
      ['payout:pyo_1', 'money/payouts/pyo_1'],
      ['refund:ldt_1', 'money/refunds/ldt_1'],
      ['paper:yarn', 'money/papers/yarn'],
    ]);
  });

  it('are the credit note of a refund once there is one', () => {
    const notes = [{ id: 'cdn_1', refundId: 'refund:ldt_1', number: 'CN69-0001' }];
    const [paper] = documentsOf([event('refund:ldt_1', 'TL-0001')], { ...NONE, notes });
    expect(paper).toMatchObject({ id: 'credit_note:cdn_1', name: 'CN69-0001', path: 'money/credit-notes/cdn_1' });
  });

  it('are no more than a memo where money went out without any, until she has written a voucher', () => {
    const ride = { ...event('paper:ride', 'ค่ารถ'), isUnproven: true };
    expect(documentsOf([ride], NONE)[0]).toMatchObject({ id: 'memo:ride', kind: 'memo', path: 'money/papers/ride' });
    const vouchers = [{ id: 'vch_1', eventId: 'paper:ride', number: 'RV69-0001' }];
    expect(documentsOf([ride], { ...NONE, vouchers })[0]).toMatchObject({ id: 'voucher:vch_1', name: 'RV69-0001' });
  });
});
