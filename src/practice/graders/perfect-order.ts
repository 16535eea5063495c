import type { Facts } from './facts.js';
import type { OrderFact, RecipientFact } from './facts-orders.js';

const BUYER: RecipientFact = {
  name: 'กมล ลองซื้อ',
  phone: '00-6471-8850',
  address: {
    line: '71/2 ซอย 14',
    subDistrict: 'สี่พระยา',
    district: 'บางรัก',
    province: 'กรุงเทพมหานคร',
    postcode: '10500',
    chainValid: true,
  },
};

/** For specs: one order, paid, packed, labelled, handed over and told. */
export function perfectOrder(): OrderFact {
  return {
    id: 'ord_1',
    number: 'T-1001',
    status: 'shipped',
    lines: [
      { productId: 'prd_1', sku: 'BAN-SW', title: 'กล้วยฉาบเนยกรอบ ทอดสด 200 กรัม (หวาน)', quantity: 2, unitPrice: 4500 },
    ],
    displayedTotal: 12000,
    chargedTotal: 12000,
    placedAt: '2026-11-23T05:00:00.000Z',
    placedSeq: 9,
    buyer: structuredClone(BUYER),
    shipment: {
      id: 'shm_1',
      label: { ...structuredClone(BUYER), createdSeq: 10 },
      document: {
        language: 'th',
        seller: 'มะลิ หัดค้า',
        buyer: BUYER.name,
        date: '23/11/2569',
        items: [{ sku: 'BAN-SW', title: 'กล้วยฉาบเนยกรอบ (หวาน)', quantity: 2 }],
        total: 12000,
        placement: 'inside',
        createdSeq: 11,
      },
      handedOverAt: '2026-11-23T07:00:00.000Z',
      handedOverSeq: 12,
      carrier: 'practice-post',
      trackingNo: 'TL123456785XX',
      issuedTrackingNo: 'TL123456785XX',
      notices: [{ at: '2026-11-23T07:10:00.000Z', seq: 13, text: 'ส่งแล้วค่ะ เลขพัสดุ TL123456785XX' }],
    },
  };
}

/** For specs: a second order like the first, with a number, a tracking number and a time of its own. */
export function addOrder(facts: Facts, trackingNo: string): OrderFact {
  const order = structuredClone(perfectOrder());
  const place = facts.orders.length + 1;
  order.id = `ord_${place}`;
  order.number = `T-${1000 + place}`;
  if (order.shipment) {
    order.shipment.trackingNo = trackingNo;
    order.shipment.issuedTrackingNo = trackingNo;
    for (const notice of order.shipment.notices) notice.text = `เลขพัสดุ ${trackingNo}`;
  }
  facts.orders.push(order);
  return order;
}
