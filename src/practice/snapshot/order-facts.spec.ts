import { describe, expect, it } from '@jest/globals';
import type { Order } from '../../market/orders/order.js';
import { label1 } from '../graders/checks/label-1.js';
import { packingDocument1 } from '../graders/checks/packing-document-1.js';
import { tracking1 } from '../graders/checks/tracking-1.js';
import { perfectFacts } from '../graders/perfect-facts.js';
import { eventFacts, type LogRow } from './log-facts.js';
import { type KeptOrder, orderFactsOf } from './order-facts.js';

const TRACKING = 'TL123456785XX';
const ADDRESS = { subDistrict: 'สี่พระยา', district: 'บางรัก', province: 'กรุงเทพมหานคร', postcode: '10500' };

const at = (hour: number) => `2026-11-23T0${hour}:00:00.000Z`;
const row = (seq: number, type: string, actor: string, payload = {}): LogRow => ({
  seq,
  type,
  actor,
  objectId: 'ord_1',
  marketAt: at(seq),
  payload: JSON.stringify(payload),
});

const LOG = [
  row(1, 'order.placed', 'shopper:1'),
  row(2, 'order.paid', 'payments'),
  row(3, 'message.sent', 'shopper:1', { body: `เลขพัสดุคือ ${TRACKING} ใช่ไหม` }),
  row(4, 'label.created', 'seller:per_a'),
  row(5, 'packing_document.created', 'seller:per_a'),
  row(6, 'parcel.handed_over', 'seller:per_a'),
  row(7, 'message.sent', 'seller:per_a', { body: `ส่งแล้วค่ะ ${TRACKING}` }),
];

function sentOrder(): KeptOrder {
  const order = {
    id: 'ord_1',
    number: 'TL-0001',
    groupId: 'grp_1',
    orderStatus: 'handed_over',
    paymentStatus: 'captured',
    shipmentStatus: 'in_transit',
    goodsSatang: 9000,
    shippingSatang: 4500,
    extraSatang: 0,
    totalSatang: 13500,
    placedAt: at(1),
  } as Order;
  const label = { name: 'กมล ลองซื้อ', phone: '00-6471-8850', line: '71/2 ซอย 14', ...ADDRESS };
  return {
    order,
    lines: [
      {
        orderId: 'ord_1',
        position: 0,
        productId: 'prd_1',
        variantId: 'var_1',
        title: 'กล้วยฉาบ',
        optionText: 'หวาน',
        sku: 'BAN-SW',
        unitSatang: 4500,
        quantity: 2,
      },
    ],
    group: {
      id: 'grp_1',
      market: 'k3x9.1',
      buyerParty: 'shopper:1',
      buyerName: label.name,
      buyerPhone: label.phone,
      addressLine: label.line,
      ...ADDRESS,
      totalSatang: 20000,
      onceKey: 'k',
      payBy: at(9),
      placedAt: at(1),
    },
    shipment: {
      id: 'shm_1',
      orderId: 'ord_1',
      label,
      document: {
        language: 'th',
        seller: 'มะลิ หัดค้า',
        buyer: label.name,
        date: '23/11/2569',
        items: [{ sku: 'BAN-SW', title: 'กล้วยฉาบ', quantity: 2 }],
        totalSatang: 13500,
        placement: 'inside',
      },
      carrier: 'ไปรษณีย์ฝึก',
      issuedTracking: TRACKING,
      enteredTracking: TRACKING,
      handedOverAt: at(6),
    },
    capturedSatang: 20000,
  };
}

const factsWith = (kept: KeptOrder, log = LOG) => {
  const events = eventFacts(log);
  return perfectFacts((facts) => {
    facts.events = events;
    facts.orders = [orderFactsOf(kept, events)];
  });
};

describe('an order as facts', () => {
  it('satisfies every check of parcels when the market holds a well sent order', () => {
    const facts = factsWith(sentOrder());
    for (const check of [label1, packingDocument1, tracking1]) {
      expect([check.id, check.judge(facts, {}).key]).toEqual([check.id, 'met']);
    }
  });

  it('charges an order its part of a purchase from two shops', () => {
    expect(factsWith(sentOrder()).orders[0]).toMatchObject({ displayedTotal: 13500, chargedTotal: 13500 });
    expect(factsWith({ ...sentOrder(), capturedSatang: 20100 }).orders[0]?.chargedTotal).toBe(13600);
  });

  it("counts only the seller's own words as telling the buyer", () => {
    const facts = factsWith(sentOrder(), LOG.slice(0, 6));
    expect(facts.orders[0]?.shipment?.notices).toEqual([]);
    expect(tracking1.judge(facts, {}).key).toBe('not_told');
  });

  it('says delivered once the carrier has brought it, and cancelled once the money went back', () => {
    const kept = sentOrder();
    const delivered = { ...kept, order: { ...kept.order, shipmentStatus: 'delivered' as const } };
    const refunded = { ...kept, order: { ...kept.order, paymentStatus: 'refunded' as const } };
    expect(factsWith(delivered).orders[0]?.status).toBe('delivered');
    expect(factsWith(refunded).orders[0]?.status).toBe('cancelled');
  });
});
