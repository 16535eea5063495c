import { describe, expect, it } from '@jest/globals';
import { whyNotReview } from './reviewable.js';

const order = { sellerParty: 'seller:per_noi', buyerParty: 'buyer:per_mali', deliveredAt: '2026-11-05T03:00:00.000Z' };
const lines = [{ productId: 'honey' }, { productId: 'soap' }];

describe('a review', () => {
  it('is for who has received the goods', () => {
    expect(whyNotReview(order, lines, 'soap')).toBeNull();
    expect(whyNotReview({ ...order, deliveredAt: null }, lines, 'soap')).toBe('not_delivered');
    expect(whyNotReview(order, lines, 'rice')).toBe('not_bought');
  });

  it('is not for the seller of the goods, even when she bought them herself', () => {
    expect(whyNotReview({ ...order, buyerParty: 'buyer:per_noi' }, lines, 'soap')).toBe('own_shop');
  });
});
