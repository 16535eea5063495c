import type { BooksFacts, ReceiptFact } from './facts-books.js';

const receipt = (place: number, total: number): ReceiptFact => ({
  id: `rct_${place}`,
  number: `RC-000${place}`,
  orderId: `ord_s${place}`,
  title: 'receipt',
  total,
  paid: total,
  vat: null,
  taxable: total,
  sentSeq: 108,
});

const BOOKS: BooksFacts = {
  period: { from: '2026-11-16T17:00:00.000Z', to: '2026-11-23T17:00:00.000Z' },
  matching: {
    credits: [
      { id: 'crd_1', at: '2026-11-17T02:00:00.000Z', amount: 12000, orderId: 'ord_s1' },
      { id: 'crd_2', at: '2026-11-18T02:00:00.000Z', amount: 9000, orderId: 'ord_s3' },
      { id: 'crd_3', at: '2026-11-19T02:00:00.000Z', amount: 5000, orderId: null },
    ],
    submitted: {
      seq: 100,
      pairs: [
        { creditId: 'crd_1', orderId: 'ord_s1' },
        { creditId: 'crd_2', orderId: 'ord_s3' },
      ],
      unmatched: ['crd_3'],
    },
  },
  payout: {
    lines: [
      { kind: 'gross', amount: 100000 },
      { kind: 'fee', amount: -5350 },
      { kind: 'refund', amount: -12000 },
      { kind: 'adjustment', amount: 350 },
    ],
    computed: { amount: 83000, seq: 101 },
  },
  cashToCome: {
    on: '2026-11-23T16:59:59.000Z',
    holdDays: 3,
    parcels: [
      { number: 'T-401', amount: 30000, collectedAt: '2026-11-22T05:00:00.000Z' },
      { number: 'T-402', amount: 20000, collectedAt: '2026-11-18T05:00:00.000Z' },
      { number: 'T-403', amount: 10000, collectedAt: null },
    ],
    computed: { amount: 30000, seq: 102 },
  },
  moneyEvents: [
    { id: 'evt_1', title: 'ขายกล้วยฉาบ', kind: 'income', amount: 120000 },
    { id: 'evt_2', title: 'ซื้อกล้วยดิบ', kind: 'expense', amount: 40000 },
    { id: 'evt_3', title: 'ค่าเทอมลูก', kind: 'drawing', amount: 20000 },
  ],
  lines: [
    { id: 'lin_1', eventId: 'evt_1', kind: 'income', amount: 120000, documentId: 'rct_1', seq: 103 },
    { id: 'lin_2', eventId: 'evt_2', kind: 'expense', amount: 40000, documentId: 'doc_2', seq: 104 },
    { id: 'lin_3', eventId: 'evt_3', kind: 'drawing', amount: 20000, documentId: 'doc_3', seq: 105 },
  ],
  profit: { amount: 80000, seq: 106 },
  vat: { registered: false, rateBasisPoints: 700 },
  receipts: [receipt(1, 12000), receipt(2, 25050), receipt(3, 9000)],
  refunds: [{ id: 'refund:ldt_1', orderNumber: 'T-301', amount: 2140, taxable: 2140 }],
  notes: [
    {
      ...{ id: 'cdn_1', number: 'CN69-0001', refundId: 'refund:ldt_1', title: 'refund_note' },
      ...{ amount: 2140, vat: null, sentSeq: 110 },
    },
  ],
  forecast: {
    engine: [
      { in: 30000, out: 20000 },
      { in: 25000, out: 15000 },
      { in: 20000, out: 0 },
      { in: 0, out: 15000 },
    ],
    saved: {
      seq: 109,
      weeks: [
        { in: 33000, out: 18000 },
        { in: 25000, out: 15000 },
        { in: 20000, out: 0 },
        { in: 0, out: 15000 },
      ],
    },
  },
};

/** For specs: a week's books without a fault, of a seller outside the VAT register. */
export const perfectBooks = (): BooksFacts => structuredClone(BOOKS);
