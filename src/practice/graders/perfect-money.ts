import type { MoneyFacts, RequestFact, SlipFact } from './facts-money.js';

const RECEIVER = 'shp_1';

const request = (place: number, amount: number): RequestFact => ({
  id: `req_${place}`,
  orderId: `ord_c${place}`,
  orderNumber: `T-20${place}`,
  sentSeq: 20 + place,
  due: amount,
  asked: amount,
  receiver: RECEIVER,
  code: { readable: true, checksum: true, currency: '764', country: 'TH', amount, live: false },
  practiceMark: true,
});

const slip = (place: number, kind: SlipFact['kind'], reasons: string[]): SlipFact => ({
  id: `slp_${place}`,
  orderId: `ord_s${place}`,
  number: `T-30${place}`,
  kind,
  shownAt: '2026-11-23T04:00:00.000Z',
  reasons,
  decision: {
    result: kind === 'genuine' ? 'accepted' : 'rejected',
    reason: reasons[0] ?? null,
    at: '2026-11-23T05:00:00.000Z',
    seq: 40 + place,
  },
  told: kind === 'genuine' ? null : { at: '2026-11-23T05:10:00.000Z', seq: 50 + place, rude: false },
  handedOverSeq: kind === 'genuine' ? 80 + place : null,
});

const transfer = (place: number, total: number, forged: boolean): MoneyFacts['transfers'][number] => ({
  orderId: `ord_s${place}`,
  number: `T-30${place}`,
  total,
  forged,
  matches: forged ? [] : [{ creditId: `crd_${place}`, amount: total, seq: 70 + place, viewedSeq: 60 + place }],
  handedOverSeq: forged ? null : 80 + place,
});

/** For specs: her own account tried before opening, three requests, four slips, one payment too high and one order by cash on delivery. */
export const perfectMoney = (): MoneyFacts => ({
  ownNames: ['มะลิ หัดค้า', 'วิสาหกิจชุมชนกล้วยฉาบบ้านหัดค้า'],
  ownReceiver: RECEIVER,
  // Number 0 is before everything else of the snapshot, the opening of the shop too.
  accounts: [{ id: 'acc_1', holder: 'มะลิ หัดค้า', linkedSeq: 0, testedSeq: 0 }],
  buyersToAsk: 3,
  requests: [request(1, 12000), request(2, 25050), request(3, 9000)],
  transfers: [transfer(1, 12000, false), transfer(2, 25050, true), transfer(3, 9000, false)],
  slips: [
    slip(1, 'genuine', []),
    slip(2, 'forged', ['not_in_bank', 'amount']),
    slip(4, 'reused', ['reference_used']),
    slip(5, 'wrong_amount', ['amount']),
  ],
  differences: [
    {
      id: 'dif_1',
      orderId: 'ord_s1',
      number: 'T-301',
      kind: 'over',
      amount: 1000,
      at: '2026-11-23T04:00:00.000Z',
      answers: [{ way: 'refund', amount: 1000, at: '2026-11-24T04:00:00.000Z', seq: 90 }],
    },
  ],
  cod: {
    notices: [
      { item: 'open_before_paying', phrases: ['เปิดดูก่อนจ่าย', 'เปิดตรวจก่อนจ่าย'] },
      { item: 'claim_days', phrases: ['ภายใน 5 วัน'] },
    ],
    orders: [
      {
        id: 'ord_d1',
        number: 'T-401',
        outside: [],
        overrideReason: null,
        confirmation: { text: 'รับเก็บเงินปลายทางค่ะ เปิดดูก่อนจ่ายได้ ขอเงินคืนได้ภายใน 5 วัน', seq: 95 },
        takenSeq: 94,
      },
    ],
  },
});
