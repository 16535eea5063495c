import { describe, expect, it } from '@jest/globals';
import { type SeededRandom, seededRandom } from '../../shared/seeded-random.js';
import {
  commissionAfter,
  commissionLines,
  countedBack,
  methodFeeLines,
  paymentLines,
  refundFeeLines,
  refundLines,
  releaseLines,
} from '../ledger/money-postings.js';
import { type PostingLine, turnover } from '../ledger/posting.js';
import { profitOf, sumsOf, vatDue } from './book.js';
import { pricedRefunds } from './given-back.js';
import { type EventSources, moneyEvents } from './money-event.js';
import { netOf } from './statement.js';

const METHODS = ['card', 'promptpay', 'cod', 'bank_transfer'] as const;
const AT = '2026-11-04T03:00:00.000Z';
const HELD = ['escrow', 'courier', 'shop', 'bank'];
/** Money of the shop, wherever it lies; what the courier earns is his. */
const isHeld = ({ account, shopId }: PostingLine) => HELD.includes(account) && shopId === 'shp_1';
const FEES = ['method_fee', 'method_fee_vat', 'commission', 'commission_vat', 'refund_fee', 'refund_fee_vat'];
const fee = (feeSatang: number) => ({ feeSatang, vatSatang: Math.round(feeSatang * 0.07) });
const sum = (lines: readonly PostingLine[], of: (line: PostingLine) => boolean) =>
  lines.filter(of).reduce((all, { amountSatang }) => all + amountSatang, 0);
const isRefund = ({ what }: PostingLine) => what === 'refund';

/** One sale from the payment to the payday after it, in the order in which the market posts it. */
function lived(random: SeededRandom, number: number) {
  const order = { id: `ord_${number}`, shopId: 'shp_1', totalSatang: random.whole(500, 200_000) };
  const method = random.pick(METHODS);
  const isTransfer = method === 'bank_transfer';
  const came = order.totalSatang + (isTransfer && random.whole(0, 2) === 0 ? random.whole(1, 5_000) : 0);
  const commission = fee(isTransfer ? 0 : random.whole(0, 9_000));
  const lines: PostingLine[] = [];
  const post = (some: PostingLine[]) => {
    turnover(some);
    lines.push(...some);
  };
  post(paymentLines(method, came, [order], true));
  if (method === 'card' || method === 'promptpay') post(methodFeeLines(fee(random.whole(0, 7_000)), [order]));
  const back = () => {
    const given = sum(lines, (line) => line.account === 'buyer' && isRefund(line));
    const amount = random.whole(0, came - given);
    if (amount === 0) return;
    const kept = sum(lines, ({ account }) => account === 'escrow');
    post(refundLines(method, amount, kept, order));
    if (method === 'promptpay') post(refundFeeLines(fee(1_000), order));
  };
  const counted = () =>
    countedBack(
      order,
      isTransfer ? came : 0,
      sum(lines, (line) => line.account === 'buyer' && isRefund(line)),
    );
  if (random.whole(0, 3) === 0) back();
  for (const from of ['escrow', 'courier'] as const) {
    const kept = sum(lines, ({ account }) => account === from);
    if (kept > 0) post(releaseLines(from, kept, order, fee(from === 'courier' ? random.whole(0, 3_000) : 0)));
  }
  const first = commissionAfter(commission, counted(), order);
  post(commissionLines(first, order));
  if (random.whole(0, 2) === 0) {
    back();
    const after = commissionAfter(commission, counted(), order);
    const more = { feeSatang: after.feeSatang - first.feeSatang, vatSatang: after.vatSatang - first.vatSatang };
    post(commissionLines(more, order));
  }
  return { order, came, lines, exemptSatang: random.pick([0, random.whole(0, order.totalSatang)]) };
}

/** A week of sales as the books see it: what was sold, what went back, and one payout with every line of the shop. */
function week(seed: string) {
  const random = seededRandom(seed);
  const sales = Array.from({ length: random.whole(0, 12) }, (_sale, at) => lived(random, at));
  const lines = sales.flatMap((sale) => sale.lines);
  const statement = lines.filter(({ account }) => account === 'shop');
  const isFee = ({ what }: PostingLine) => FEES.includes(what);
  const refunds = sales.flatMap(({ order, came, lines: own, exemptSatang }) =>
    own
      .filter((line) => line.account === 'buyer' && isRefund(line))
      .map(({ amountSatang }, at) => ({
        ...{ id: `${order.id}.${at}`, orderId: order.id, number: order.id, amountSatang, at: AT, isPaid: true },
        transferredSatang: own.some(({ account }) => account === 'bank') ? came : 0,
        of: { totalSatang: order.totalSatang, exemptSatang },
      })),
  );
  const sources: EventSources = {
    sales: sales.map(({ order, exemptSatang }) => ({
      ...{ id: order.id, number: order.id, totalSatang: order.totalSatang, exemptSatang, paidAt: AT },
    })),
    payouts: [
      {
        ...{ id: 'pyo_1', at: AT, feeSatang: -sum(statement, isFee) },
        feeVatSatang: -sum(statement, ({ what }) => isFee({ what } as PostingLine) && what.endsWith('_vat')),
      },
    ],
    refunds: pricedRefunds(refunds),
  };
  /** What had come too much and is not back yet belongs to its buyer. */
  const owed = sales.reduce((all, { order, came, lines: own }) => {
    const back = sum(own, (line) => line.account === 'buyer' && isRefund(line));
    return all + Math.max(0, came - order.totalSatang - back);
  }, 0);
  return { lines, statement, sources, equity: sum(lines, isHeld) - owed };
}

describe('books and ledger of any week', () => {
  const weeks = Array.from({ length: 400 }, (_week, at) => week(`books and ledger ${at}`));

  it('have a profit that is what the shop became richer by, to the satang', () => {
    for (const { sources, equity } of weeks)
      expect(profitOf(sumsOf(moneyEvents(sources, [], { isRegistered: false, basisPoints: 700 })))).toBe(equity);
  });

  it('of a registered shop keep apart what of it is the state’s', () => {
    for (const { sources, equity } of weeks) {
      const events = moneyEvents(sources, [], { isRegistered: true, basisPoints: 700 });
      // Events have no category; what went back to buyers is known by what they are.
      const lines = events.map((event) => ({
        ...event,
        category: event.id.startsWith('refund:') ? ('refund' as const) : null,
      }));
      const sums = sumsOf(lines);
      expect(profitOf(sums) + vatDue(sums)).toBe(equity);
    }
  });

  it('pay out the sum of the released lines, which is what was sold less fees and refunds', () => {
    for (const { statement } of weeks) {
      const of = (...kinds: string[]) => sum(statement, ({ what }) => kinds.includes(what));
      expect(netOf(statement)).toBe(sum(statement, () => true));
      expect(netOf(statement)).toBe(of('sale') + of(...FEES) + of('refund'));
    }
  });

  it('come to what is worked out by hand', () => {
    const order = { id: 'ord_1', shopId: 'shp_1', totalSatang: 40_000 };
    const lines = [
      ...paymentLines('card', 40_000, [order], true),
      // 3.65 % of 400.00 and 10.00, and 7 % of that.
      ...methodFeeLines({ feeSatang: 2_460, vatSatang: 172 }, [order]),
      ...releaseLines('escrow', 40_000, order, fee(0)),
      // 5 % of 350.00 of goods.
      ...commissionLines({ feeSatang: 1_750, vatSatang: 123 }, order),
      // A quarter goes back, and a quarter of the commission.
      ...refundLines('card', 10_000, 0, order),
      ...commissionLines({ feeSatang: -438, vatSatang: -31 }, order),
    ];
    const statement = lines.filter(({ account }) => account === 'shop');
    expect(netOf(statement)).toBe(40_000 - 2_460 - 172 - 1_750 - 123 - 10_000 + 438 + 31);
    expect(netOf(statement)).toBe(25_964);
  });
});
