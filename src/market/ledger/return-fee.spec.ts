import { describe, expect, it } from '@jest/globals';
import { returnFee } from './return-fee.js';

describe('the way back of a refused parcel', () => {
  const order = { shippingCode: 'ems', shippingSatang: 4_500 };

  it('costs what the carrier asks for the way there, by zone', () => {
    const carrierPrices = { ems: { bangkok: 3_700, upcountry: 5_200, island: 9_000 } };
    expect(returnFee({ carrierPrices }, order, 'bangkok')).toBe(3_700);
    expect(returnFee({ carrierPrices }, order, 'island')).toBe(9_000);
  });

  it('costs what the shop asks its buyer where nobody knows the carriers’ prices', () => {
    expect(returnFee({}, order, 'island')).toBe(4_500);
    expect(returnFee({ carrierPrices: {} }, order, 'bangkok')).toBe(4_500);
  });
});
