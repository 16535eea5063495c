import { describe, expect, it } from '@jest/globals';
import { documentsOf } from './documents.js';

const event = (id: string, name = id) => ({ id, name, kind: 'income' as const, day: '2026-11-02', amountSatang: 100 });

describe('the papers of a shop', () => {
  it('are a receipt where one stands for the sale, and the order where none does', () => {
    const receipts = [{ id: 'rct_1', orderId: 'ord_1', number: 'RC69-0001' }];
    const papers = documentsOf([event('sale:ord_1', 'TL-0001'), event('sale:ord_2', 'TL-0002')], receipts);
    expect(papers.map(({ id, name, path }) => [id, name, path])).toEqual([
      ['receipt:rct_1', 'RC69-0001', 'money/receipts/rct_1'],
      ['order:ord_2', 'TL-0002', 'orders/ord_2'],
    ]);
    expect(papers.map(({ eventId }) => eventId)).toEqual(['sale:ord_1', 'sale:ord_2']);
  });

  it('are the statement for fees, and what came by itself', () => {
    const papers = documentsOf([event('fees:pyo_1'), event('refund:ldt_1'), event('paper:yarn')], []);
    expect(papers.map(({ id, path }) => [id, path])).toEqual([
      ['payout:pyo_1', 'money/payouts/pyo_1'],
      ['refund:ldt_1', 'money/refunds/ldt_1'],
      ['paper:yarn', 'money/papers/yarn'],
    ]);
  });
});
