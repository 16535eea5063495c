import { describe, expect, it } from '@jest/globals';
import { missingSteps, type Shop, type ShopState } from './shop.js';

const shop = {
  name: 'ร้านป้ามะลิ',
  description: 'กล้วยฉาบ',
  sellerName: 'มะลิ',
  phone: '00-1234-5678',
  postcode: '34000',
  preparationDays: 2,
} as Shop;
const ready: ShopState = {
  shop,
  methods: [{ code: 'registered', name: 'ลงทะเบียน', tracked: true, bangkok: 4000, upcountry: 5000, island: 8000 }],
  payments: ['promptpay'],
  returns: {
    days: 7,
    payerFault: 'seller',
    payerNoFault: 'buyer',
    contact: 'แชทร้าน',
    wording: '',
    publishedAt: '2026-11-02T01:00:00.000Z',
  },
};

describe('what a shop needs before it opens', () => {
  it('is everything, in order, for a shop that does not exist yet', () => {
    expect(missingSteps({ shop: null, methods: [], payments: [], returns: null })).toEqual([
      'profile',
      'contact',
      'delivery',
      'payments',
      'returns',
    ]);
  });

  it('is nothing once each step is done', () => {
    expect(missingSteps(ready)).toEqual([]);
  });

  it('is not a phone: a shop may leave it off', () => {
    expect(missingSteps({ ...ready, shop: { ...shop, phone: '' } })).toEqual([]);
  });

  it('is the delivery while no preparation days are set', () => {
    expect(missingSteps({ ...ready, shop: { ...shop, preparationDays: null } })).toEqual(['delivery']);
  });

  it('is the returns policy while none is published', () => {
    expect(missingSteps({ ...ready, returns: null })).toEqual(['returns']);
  });
});
