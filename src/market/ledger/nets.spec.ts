import { describe, expect, it } from '@jest/globals';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import { nets } from './nets.js';

const rules = moneyRulesOf(null);
const ofCart = nets(rules, { goodsSatang: 24_000, shippingSatang: 4_500 });
const net = (method: string) => ofCart.find((one) => one.method === method);

describe('the same cart by five methods', () => {
  it('leaves five nets, the best first', () => {
    expect(ofCart.map(({ method, netSatang }) => [method, netSatang])).toEqual([
      ['bank_transfer', 27_216],
      ['promptpay', 26_713],
      ['wallet', 26_408],
      ['cod', 26_301],
      ['card', 25_033],
    ]);
  });

  it('is in each the total less the fee, its VAT, the commission and its VAT', () => {
    for (const one of ofCart) {
      const less = one.feeSatang + one.feeVatSatang + one.commissionSatang + one.commissionVatSatang;
      expect(one.netSatang).toBe(28_500 - less);
    }
    expect(net('card')).toMatchObject({
      feeSatang: 2_040,
      feeVatSatang: 143,
      commissionSatang: 1_200,
      commissionVatSatang: 84,
    });
  });

  it('comes at once by transfer, after the market’s days by the provider, after the carrier’s at the door', () => {
    expect(net('bank_transfer')?.arrival).toEqual({ kind: 'at_once' });
    expect(net('card')?.arrival).toEqual({ kind: 'payday', daysAfterDelivery: 3 });
    expect(net('cod')?.arrival).toEqual({ kind: 'payday', daysAfterDelivery: 5 });
  });

  it('says how it goes back, what that costs, and which numbers are hearsay', () => {
    expect(net('promptpay')).toMatchObject({ refundWay: 'provider', refundCostSatang: 1_070, isUnsure: true });
    expect(net('cod')).toMatchObject({ refundWay: 'by_hand', refundCostSatang: 0 });
    expect(net('bank_transfer')?.isUnsure).toBe(false);
    expect(net('card')?.sources.every(({ source, checked }) => source && checked)).toBe(true);
  });
});
