import { describe, expect, it } from '@jest/globals';
import type { Transfer } from '../../market/bank/transfer.js';
import type { Order } from '../../market/orders/order.js';
import type { Slip } from '../../market/receiving/slip.js';
import { practiceCode } from '../../shared/thai-qr/payment-code.js';
import { promptpayCode } from '../../shared/thai-qr/promptpay-code.js';
import type { EventFact } from '../graders/facts.js';
import { moneyFacts } from '../graders/facts-money.js';
import type { KeptMoney } from './kept-money.service.js';
import { moneyFactsOf } from './money-facts.js';
import { soundsRude } from './tone.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 3, 4, minute)).toISOString();
const own = 'PB-0000-0001';
const order = { id: 'ord_1', number: 'TL-0001', groupId: 'grp_1', totalSatang: 28_500 } as Order;
const credit = (id: string, amountSatang: number, more: Partial<Transfer> = {}): Transfer => ({
  id,
  market: 'm.1',
  reference: id,
  fromAccount: 'PB-9',
  fromName: 'ก',
  toAccount: own,
  toName: 'ข',
  amountSatang,
  purpose: 'payment',
  objectId: 'grp_1',
  sentAt: at(0),
  arrivesAt: at(0),
  arrivedAt: at(1),
  viewedAt: at(2),
  matchedTo: null,
  matchedAt: null,
  ...more,
});
const slip = (kind: Slip['kind'], more: Partial<Slip> = {}) =>
  ({
    id: 'slp_1',
    orderId: 'ord_1',
    kind,
    reasons: ['amount'],
    shownAt: at(1),
    result: null,
    reason: null,
    ...more,
  }) as Slip;
const event = (seq: number, type: string, objectId: string, payload: EventFact['payload'] = {}): EventFact => ({
  seq,
  type,
  at: at(seq),
  party: 'seller',
  objectId,
  payload,
});

const account = (holder: string, more: Partial<KeptMoney['accounts'][number]> = {}) =>
  ({ id: 'acc_1', holder, number: own, unlinkedAt: null, ...more }) as KeptMoney['accounts'][number];
const facts = (kept: Partial<KeptMoney>, events: EventFact[] = []) => {
  const whole = {
    accounts: [account('มะลิ หัดค้า')],
    inquiries: [],
    requests: [],
    slips: [],
    orders: [order],
    transfers: [],
    atDoor: [],
    ...kept,
  };
  return moneyFacts.parse(moneyFactsOf(whole, { names: ['มะลิ หัดค้า', 'กลุ่มแม่บ้าน'], shopId: 'shp_1' }, events));
};
const request = (code: string, amountSatang = 28_500) =>
  ({ id: 'req_1', orderId: 'ord_1', amountSatang, dueSatang: 28_500, code }) as KeptMoney['requests'][number];

describe('the facts of a shop’s own money', () => {
  it('hold the account with the events that linked and tried it', () => {
    const events = [event(3, 'payment_account.linked', 'acc_1'), event(5, 'payment_account.verified', 'acc_1')];
    expect(facts({}, events).accounts).toEqual([{ id: 'acc_1', holder: 'มะลิ หัดค้า', linkedSeq: 3, testedSeq: 5 }]);
  });

  it('leave out an account that was taken off again, unless somebody had paid into it', () => {
    const child = account('ด.ญ. ใบข้าว หัดค้า', { id: 'acc_0', number: 'PB-0000-0002', unlinkedAt: at(4) });
    expect(facts({ accounts: [child] }).accounts).toEqual([]);
    const paid = facts({ accounts: [child], transfers: [credit('trf_1', 100, { toAccount: 'PB-0000-0002' })] });
    expect(paid.accounts).toHaveLength(1);
  });

  it('read a request back out of its QR, and name the shop where the account is hers', () => {
    const sent = [event(4, 'payment.requested', 'req_1')];
    const [mine] = facts({ requests: [request(practiceCode(own, 28_500))] }, sent).requests;
    expect(mine).toMatchObject({
      receiver: 'shp_1',
      due: 28_500,
      practiceMark: true,
      code: { amount: 28_500, currency: '764', live: false },
    });
    const [other] = facts({ requests: [request(practiceCode('PB-0000-0002', 100))] }, sent).requests;
    expect(other).toMatchObject({ receiver: 'PB-0000-0002', code: { amount: 100 } });
    const live = promptpayCode({ kind: 'phone', phone: '0812223333' }, 28_500);
    expect(facts({ requests: [request(live)] }, sent).requests[0]).toMatchObject({
      practiceMark: false,
      code: { live: true },
    });
    const broken = practiceCode(own, 28_500).slice(0, -1);
    expect(facts({ requests: [request(broken)] }, sent).requests[0]).toMatchObject({
      code: { readable: false, checksum: false },
    });
  });

  it('count a look at the statement only before the match', () => {
    const looked = [
      event(2, 'bank_ledger.viewed', own),
      event(5, 'bank_ledger.matched', 'trf_1'),
      event(9, 'bank_ledger.viewed', own),
    ];
    const transfers = [credit('trf_1', 28_500, { matchedTo: 'ord_1' })];
    expect(facts({ transfers }, looked).transfers[0]?.matches).toEqual([
      { creditId: 'trf_1', amount: 28_500, seq: 5, viewedSeq: 2 },
    ]);
    expect(facts({ transfers }, looked.slice(1)).transfers[0]?.matches[0]?.viewedSeq).toBeNull();
  });

  it('call an order forged by what its slip truly was', () => {
    expect(facts({ slips: [slip('other')] }).transfers[0]?.forged).toBe(true);
    expect(facts({ slips: [slip('wrong_amount')] }).transfers[0]?.forged).toBe(false);
  });

  it('hold the last decision and what the buyer was told after it', () => {
    const decided = slip('forged', { result: 'rejected', reason: 'amount' });
    const events = [
      event(3, 'buyer.notified', 'ord_1'),
      event(4, 'slip.checked', 'slp_1'),
      event(6, 'slip.checked', 'slp_1'),
    ];
    const [before] = facts({ slips: [decided] }, events).slips;
    expect(before).toMatchObject({
      number: 'TL-0001',
      decision: { result: 'rejected', seq: 6, at: at(6) },
      told: null,
    });
    const told = [...events, event(7, 'buyer.notified', 'ord_1', { body: 'อย่ามาโกง แจ้งความแน่' })];
    expect(facts({ slips: [decided] }, told).slips[0]?.told).toEqual({ at: at(7), seq: 7, rude: true });
  });

  it.each([
    ['too much', [credit('a', 29_500)], { kind: 'over', amount: 1_000 }],
    ['too little', [credit('a', 28_400)], { kind: 'short', amount: 100 }],
    ['twice', [credit('a', 28_500), credit('b', 28_500)], { kind: 'double', amount: 28_500 }],
    [
      'too little and then the rest',
      [credit('a', 28_400), credit('b', 100, { sentAt: at(30) })],
      { kind: 'short', amount: 100 },
    ],
  ])('know what came %s', (_what, transfers, wanted) => {
    expect(facts({ transfers }).differences).toEqual([
      expect.objectContaining({ orderId: 'ord_1', at: at(1), ...wanted }),
    ]);
  });

  it('see no honest mistake in the exact sum, in money on its way, and in a forger’s few baht', () => {
    expect(facts({ transfers: [credit('a', 28_500)] }).differences).toEqual([]);
    expect(facts({ transfers: [credit('a', 100, { arrivedAt: null })] }).differences).toEqual([]);
    expect(facts({ transfers: [credit('a', 100)], slips: [slip('forged')] }).differences).toEqual([]);
  });

  it('hold what the seller did about it', () => {
    const events = [
      event(8, 'top_up.requested', 'ord_1', { amountSatang: 100 }),
      event(9, 'refund.issued', 'ord_2', { amountSatang: 5 }),
    ];
    expect(facts({ transfers: [credit('a', 28_400)] }, events).differences[0]?.answers).toEqual([
      { way: 'top_up', amount: 100, at: at(8), seq: 8 },
    ]);
  });
});

describe('the tone of a message', () => {
  it.each([
    ['ยอดไม่ตรงค่ะ รบกวนเช็กอีกทีนะคะ', false],
    ['อีกหนึ่งชั่วโมงร้านจะเช็กให้อีกทีค่ะ', false],
    ['พวกมิจฉาชีพ', true],
    ['มึงโอนมาจริงหรือเปล่า', true],
  ])('%s: %s', (words, isRude) => {
    expect(soundsRude(words)).toBe(isRude);
  });
});
