import { describe, expect, it } from '@jest/globals';
import { type HashedEvent, hashOfMarket } from './market-hash.js';

const event = (market: string, person: string, payload: Record<string, unknown>): HashedEvent => ({
  seq: 1,
  type: 'shop.opened',
  actor: `seller:${person}`,
  objectId: `shop_${market}.1.1`,
  marketAt: '2026-11-02T01:00:00.000Z',
  payload: JSON.stringify(payload),
});

describe('the market hash', () => {
  it('is the same for two learners who did the same in their own markets', () => {
    const first = hashOfMarket('aaaa2222.1', [event('aaaa2222.1', 'per_aaa', { intent: 'pi_3ABCDEFGHIJ', total: 5 })]);
    const second = hashOfMarket('bbbb3333.2', [event('bbbb3333.2', 'per_bbb', { total: 5, intent: 'pi_9KLMNOPQRST' })]);
    expect(first).toBe(second);
  });

  it('differs when one satang differs', () => {
    const first = hashOfMarket('aaaa2222.1', [event('aaaa2222.1', 'per_aaa', { total: 5 })]);
    const second = hashOfMarket('aaaa2222.1', [event('aaaa2222.1', 'per_aaa', { total: 6 })]);
    expect(first).not.toBe(second);
  });
});
