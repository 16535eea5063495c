import { describe, expect, it } from '@jest/globals';
import { trueMatches } from './matching-truth.js';

const orders = [
  { id: 'ord_1', groupId: 'grp_1' },
  { id: 'ord_2', groupId: 'grp_2' },
];

describe('what credits were really for', () => {
  it('is the order of their purchase, twice when it was paid twice, and of nobody when the shop did not sell it', () => {
    const credit = (id: string, objectId: string | null, purpose: 'payment' | 'test_credit' | 'other' = 'payment') => ({
      ...{ id, objectId, purpose },
    });
    const truth = trueMatches(
      [credit('a', 'grp_1'), credit('b', 'grp_1'), credit('c', 'ord_2'), credit('d', 'grp_9'), credit('e', null)],
      orders,
    );
    expect(truth.map(({ orderId }) => orderId)).toEqual(['ord_1', 'ord_1', 'ord_2', null, null]);
    expect(trueMatches([credit('t', 'grp_1', 'test_credit')], orders)[0]?.orderId).toBeNull();
  });
});
