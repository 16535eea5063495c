import { loadRuleSet } from '../../market/rule-sets/rule-set.js';
import type { Facts } from './facts.js';
import { perfectBooks } from './perfect-books.js';
import { perfectMoney } from './perfect-money.js';
import { perfectOrder } from './perfect-order.js';
import { perfectProduct } from './perfect-product.js';
import { MALI, perfectShop, RATES } from './perfect-shop.js';

const RULES = loadRuleSet('teaching-2026-1');

/**
 * For specs: a snapshot in which มะลิ of the banana chips did everything right, freshly made, then changed by `change`. Every check
 * says `met` of it unchanged, so that a spec needs to write only what it is about.
 */
export function perfectFacts(change: (facts: Facts) => void = () => {}): Facts {
  const facts: Facts = {
    schema: 'facts@1',
    exercise: { code: 'first-sale', version: 1 },
    sandbox: {
      id: 'sbx_perfect',
      generation: 1,
      seed: 'seed-1',
      ruleSet: RULES.code,
      edition: 'spec-1',
      marketAt: '2026-11-25T03:00:00.000Z',
    },
    persona: MALI,
    scenario: {
      trademarks: ['ล้านนาคราฟต์', 'SeaShop', 'กล้วยทองคำแท้'],
      otherBrands: ['เลย์ทอง', 'Crispo'],
      goods: [
        {
          key: 'banana-chips',
          acceptedCategories: ['food-snack', 'food-dried'],
          kindNouns: ['กล้วยฉาบ', 'กล้วยกรอบ', 'กล้วยทอดกรอบ'],
          returnKind: 'ordinary',
          workCardDays: null,
          countSheet: [
            { options: [['หวาน', 'รสหวาน', 'sweet']], counted: 40 },
            { options: [['เค็ม', 'รสเค็ม', 'salty']], counted: 35 },
          ],
        },
      ],
      carrier: { trackingPattern: '^TL\\d{9}XX$', checkDigit: 's10', rates: RATES },
    },
    rules: RULES.values,
    shop: perfectShop(),
    products: [perfectProduct()],
    orders: [perfectOrder()],
    costSheet: null,
    money: perfectMoney(),
    books: perfectBooks(),
    events: EVENTS.map(([seq, type, at, objectId]) => ({ seq, type, at, party: 'seller:p1', objectId, payload: {} })),
  };
  const own = structuredClone(facts);
  change(own);
  return own;
}

const EVENTS: readonly (readonly [number, string, string, string])[] = [
  [0, 'payment_account.verified', '2026-11-23T01:50:00.000Z', 'acc_1'],
  [1, 'shop.created', '2026-11-23T02:00:00.000Z', 'shp_1'],
  [2, 'shipping_profile.saved', '2026-11-23T02:05:00.000Z', 'shp_1'],
  [3, 'payment_method.enabled', '2026-11-23T02:06:00.000Z', 'shp_1'],
  [4, 'policy.published', '2026-11-23T02:08:00.000Z', 'shp_1'],
  [5, 'shop.opened', '2026-11-23T02:10:00.000Z', 'shp_1'],
  [6, 'photo.added', '2026-11-23T02:15:00.000Z', 'prd_1'],
  [7, 'stock.opening_saved', '2026-11-23T02:20:00.000Z', 'prd_1'],
  [8, 'listing.published', '2026-11-23T02:25:00.000Z', 'prd_1'],
  [9, 'order.placed', '2026-11-23T05:00:00.000Z', 'ord_1'],
  [10, 'label.created', '2026-11-23T06:00:00.000Z', 'ord_1'],
  [11, 'packing_document.created', '2026-11-23T06:05:00.000Z', 'ord_1'],
  [12, 'shipment.handed_over', '2026-11-23T07:00:00.000Z', 'ord_1'],
  [13, 'buyer.notified', '2026-11-23T07:10:00.000Z', 'ord_1'],
  [21, 'payment.requested', '2026-11-24T02:00:00.000Z', 'req_1'],
  [22, 'payment.requested', '2026-11-24T02:00:00.000Z', 'req_2'],
  [23, 'payment.requested', '2026-11-24T02:00:00.000Z', 'req_3'],
  [42, 'slip.checked', '2026-11-24T02:00:00.000Z', 'slp_2'],
  [44, 'slip.checked', '2026-11-24T02:00:00.000Z', 'slp_4'],
  [45, 'slip.checked', '2026-11-24T02:00:00.000Z', 'slp_5'],
  [52, 'buyer.notified', '2026-11-24T02:00:00.000Z', 'ord_s2'],
  [61, 'bank_ledger.viewed', '2026-11-24T02:00:00.000Z', 'acc_1'],
  [71, 'bank_ledger.matched', '2026-11-24T02:00:00.000Z', 'crd_1'],
  [73, 'bank_ledger.matched', '2026-11-24T02:00:00.000Z', 'crd_3'],
  [81, 'shipment.handed_over', '2026-11-24T02:00:00.000Z', 'ord_s1'],
  [83, 'shipment.handed_over', '2026-11-24T02:00:00.000Z', 'ord_s3'],
  [90, 'refund.issued', '2026-11-24T02:00:00.000Z', 'ord_s1'],
  [95, 'cod.confirmed', '2026-11-24T02:00:00.000Z', 'ord_d1'],
  [100, 'reconciliation.submitted', '2026-11-24T02:00:00.000Z', 'prd_w1'],
  [101, 'payout.computed', '2026-11-24T02:00:00.000Z', 'pyo_1'],
  [102, 'cod_receivable.computed', '2026-11-24T02:00:00.000Z', 'prd_w1'],
  [106, 'profit.submitted', '2026-11-24T02:00:00.000Z', 'prd_w1'],
  [108, 'receipt.sent', '2026-11-24T02:00:00.000Z', 'rct_1'],
  [109, 'forecast.saved', '2026-11-24T02:00:00.000Z', 'prd_w1'],
  [110, 'credit_note.sent', '2026-11-24T02:00:00.000Z', 'cdn_1'],
];
