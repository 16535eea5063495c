import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../shared/seeded-random.js';
import { lineAmount, paperNumber, receiptLines, rightReceipt } from './receipt.js';

const line = (unitSatang: number, quantity: number, optionText = '') => ({
  ...{ orderId: 'ord_1', position: 0, productId: 'p', variantId: 'v', sku: 'S', title: 'ข้าวหอม' },
  ...{ unitSatang, quantity, optionText },
});

describe('a receipt', () => {
  it('is numbered on within its shop, by the Buddhist year', () => {
    expect(paperNumber('RC', 0, new Date('2026-11-02T02:00:00Z'))).toBe('RC69-0001');
    expect(paperNumber('CN', 41, new Date('2026-12-31T18:00:00Z'))).toBe('CN70-0042');
  });

  it('has the goods, what is charged on top and the delivery as lines, each exempt only where the seller says so', () => {
    const order = { extraSatang: 2000, shippingSatang: 4500, shippingName: 'ฝึกส่งด่วน' };
    const lines = receiptLines(order, [line(12_000, 2, 'ถุงใหญ่')], [0]);
    expect(lines.map(({ kind, text, isExempt }) => [kind, text, isExempt])).toEqual([
      ['goods', 'ข้าวหอม · ถุงใหญ่', true],
      ['extra', '', false],
      ['delivery', 'ฝึกส่งด่วน', false],
    ]);
    expect(receiptLines({ ...order, extraSatang: 0, shippingSatang: 0 }, [line(100, 1)], [])).toHaveLength(1);
  });

  it('has lines that sum to the order', () => {
    const random = seededRandom('receipt-lines');
    for (let turn = 0; turn < 200; turn += 1) {
      const goods = Array.from({ length: random.whole(1, 6) }, () => line(random.whole(1, 99_999), random.whole(1, 9)));
      const order = { extraSatang: random.whole(0, 3000), shippingSatang: random.whole(0, 9000), shippingName: 'x' };
      const total = goods.reduce((sum, one) => sum + one.unitSatang * one.quantity, 0);
      const sum = receiptLines(order, goods, []).reduce((sofar, one) => sofar + lineAmount(one), 0);
      expect(sum).toBe(total + order.extraSatang + order.shippingSatang);
    }
  });

  it.each([
    ['not registered', false, 0, null, 28_500],
    ['registered', true, 0, 1864, 28_500],
    ['registered, some goods exempt', true, 12_000, 1079, 16_500],
    ['registered, all exempt', true, 28_500, null, 0],
  ])('shows the right VAT of a shop that is %s', (_, isRegistered, exemptSatang, vatSatang, taxableSatang) => {
    expect(rightReceipt({ totalSatang: 28_500, exemptSatang }, { isRegistered, basisPoints: 700 })).toEqual({
      totalSatang: 28_500,
      taxableSatang,
      vatSatang,
      mayBeTaxInvoice: isRegistered,
    });
  });
});
