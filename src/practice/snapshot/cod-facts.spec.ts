import { describe, expect, it } from '@jest/globals';
import type { CodOrder } from '../../market/cod/cod-order.js';
import type { Order } from '../../market/orders/order.js';
import type { EventFact } from '../graders/facts.js';
import { codFactsOf } from './cod-facts.js';

const order = { id: 'ord_1', number: 'TL-0001', orderStatus: 'confirmed' } as Order;
const cod = { orderId: 'ord_1', outside: ['area'], reason: null, words: null } as unknown as CodOrder;
const event = (seq: number, type: string, objectId = 'ord_1'): EventFact => ({
  ...{ seq, type, at: '2026-11-03T04:00:00.000Z', party: 'seller', objectId, payload: {} },
});
const facts = (events: EventFact[], change: Partial<Order & CodOrder> = {}) =>
  codFactsOf([{ order: { ...order, ...change }, cod: { ...cod, ...change } }], [], events);

describe('the facts of cash on delivery', () => {
  it('hold an order from the moment that she accepted it, with the conditions that it breaks', () => {
    expect(facts([event(4, 'order.accepted')]).orders).toEqual([
      {
        ...{ id: 'ord_1', number: 'TL-0001', outside: ['area'] },
        overrideReason: null,
        confirmation: null,
        takenSeq: 4,
      },
    ]);
    expect(facts([event(4, 'order.accepted', 'ord_2')]).orders).toEqual([]);
  });

  it('hold the last words to the buyer, and why she took it', () => {
    const events = [event(3, 'cod.confirmed'), event(4, 'order.accepted'), event(7, 'cod.confirmed')];
    const [taken] = facts(events, { words: 'เปิดดูก่อนจ่าย', reason: 'ลูกค้าประจำ' }).orders;
    expect(taken).toMatchObject({ overrideReason: 'ลูกค้าประจำ', confirmation: { text: 'เปิดดูก่อนจ่าย', seq: 7 } });
  });

  it('know which orders wait for a yes or a no, and that a refused one is neither', () => {
    expect(facts([], { orderStatus: 'placed' })).toMatchObject({
      orders: [],
      waiting: [{ id: 'ord_1', number: 'TL-0001' }],
    });
    expect(facts([], { orderStatus: 'cancelled' })).toMatchObject({ orders: [], waiting: [] });
  });
});
