import { describe, expect, it } from '@jest/globals';
import { type SeededRandom, seededRandom } from '../../shared/seeded-random.js';
import { METHODS, type Method } from '../payments/payment.js';
import { commission, methodFee, refundFee } from '../rule-sets/fees.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import * as disputes from './dispute-postings.js';
import * as money from './money-postings.js';
import { type Account, type PostingLine, turnover } from './posting.js';

const rules = moneyRulesOf(null);

interface Sale extends money.OrderPart {
  method: Method;
  backSatang: number;
  isDone: boolean;
  commissionSatang: number;
  commissionVatSatang: number;
  /** What the buyer's bank holds, and what that cost. */
  disputedSatang: number;
}

const DISPUTE_FEE = { feeSatang: 40_000, vatSatang: 2_800 };

/** A market's money in memory: what the listener of the announcements does, without its tables. */
class Book {
  readonly lines: PostingLine[] = [];
  readonly sales: Sale[] = [];

  post(lines: readonly PostingLine[]): void {
    if (lines.length > 0) turnover(lines);
    this.lines.push(...lines);
  }

  sum(account: Account, of: (line: PostingLine) => boolean = () => true): number {
    return this.lines
      .filter((line) => line.account === account && of(line))
      .reduce((all, one) => all + one.amountSatang, 0);
  }

  buy(method: Method, sales: Sale[], isTaken: boolean, excess: number): void {
    const amount = sales.reduce((all, { totalSatang }) => all + totalSatang, 0) + excess;
    this.post(money.paymentLines(method, amount, sales, isTaken));
    if (money.holderOf(method) === 'escrow')
      this.post(money.methodFeeLines(methodFee(rules, method, amount), isTaken ? sales : []));
    if (isTaken) this.sales.push(...sales);
    const back = isTaken ? excess : amount;
    if (back > 0) this.post(money.refundLines(method, back, back, { id: null, shopId: sales[0]?.shopId ?? null }));
  }

  release(sale: Sale): void {
    sale.isDone = true;
    for (const from of ['escrow', 'courier'] as const) {
      const kept = this.sum(from, ({ orderId }) => orderId === sale.id);
      const fee = from === 'courier' ? methodFee(rules, 'cod', kept) : { feeSatang: 0, vatSatang: 0 };
      if (kept > 0) this.post(money.releaseLines(from, kept, sale, fee));
    }
    const taken = money.commissionAfter(money.commissionOf(sale), sale.backSatang, sale);
    this.post(money.commissionLines(taken, sale));
  }

  /** The buyer's bank takes what is left of a sale, and the shop's commission follows. */
  dispute(sale: Sale): void {
    const kept = this.sum('escrow', ({ orderId }) => orderId === sale.id);
    const left = sale.totalSatang - sale.backSatang;
    const part = { ...sale, leftSatang: left, keptSatang: kept };
    for (const lines of disputes.disputedLines(left, [part])) this.post(lines);
    this.post(disputes.disputeFeeLines(DISPUTE_FEE, [part]));
    this.follow(sale, left);
    sale.disputedSatang = left;
  }

  win(sale: Sale): void {
    const part = { ...sale, leftSatang: sale.disputedSatang, keptSatang: 0 };
    this.post(disputes.disputeWonLines(sale.disputedSatang, sale, sale.isDone));
    const fees = disputes.disputeFeeLines(DISPUTE_FEE, [part]);
    this.post(fees.map((line) => ({ ...line, amountSatang: -line.amountSatang })));
    this.follow(sale, -sale.disputedSatang);
    sale.disputedSatang = 0;
  }

  giveBack(sale: Sale, amount: number): void {
    const kept = this.sum('escrow', ({ orderId }) => orderId === sale.id);
    this.post(money.refundLines(sale.method, amount, kept, sale));
    if (money.holderOf(sale.method) === 'escrow') this.post(money.refundFeeLines(refundFee(rules, sale.method), sale));
    this.follow(sale, amount);
  }

  private follow(sale: Sale, amount: number): void {
    const before = money.commissionAfter(money.commissionOf(sale), sale.backSatang, sale);
    sale.backSatang += amount;
    const after = money.commissionAfter(money.commissionOf(sale), sale.backSatang, sale);
    const less = { feeSatang: after.feeSatang - before.feeSatang, vatSatang: after.vatSatang - before.vatSatang };
    if (sale.isDone) this.post(money.commissionLines(less, sale));
  }
}

function saleOf(random: SeededRandom, method: Method, shop: number, n: string): Sale {
  const goods = random.whole(1, 900_000);
  const { feeSatang, vatSatang } = commission(rules, goods);
  const frozen = { commissionSatang: feeSatang, commissionVatSatang: vatSatang };
  const totalSatang = goods + random.whole(0, 9_000);
  return {
    id: `ord_${n}`,
    shopId: `shp_${shop}`,
    totalSatang,
    method,
    backSatang: 0,
    isDone: false,
    disputedSatang: 0,
    ...frozen,
  };
}

function aPurchase(book: Book, random: SeededRandom, n: number): void {
  const method = random.pick(METHODS);
  const shops = money.holderOf(method) === 'escrow' ? random.whole(1, 3) : 1;
  const sales = Array.from({ length: shops }, (_one, shop) => saleOf(random, method, shop, `${n}.${shop}`));
  const isTaken = random.whole(1, 5) > 1 || method === 'cod';
  const excess = method === 'bank_transfer' ? random.pick([0, 0, 1, 100]) : 0;
  book.buy(method, sales, isTaken, excess);
}

function somethingLater(book: Book, random: SeededRandom): void {
  const sale = book.sales.length > 0 ? random.pick(book.sales) : null;
  if (!sale) return;
  const left = sale.totalSatang - sale.backSatang;
  if (sale.disputedSatang > 0) {
    if (random.whole(1, 2) === 1) book.win(sale);
    return;
  }
  if (sale.method === 'card' && left > 0 && random.whole(1, 3) === 1) {
    book.dispute(sale);
    return;
  }
  const mayGoBack = left > 0 && (sale.isDone || money.holderOf(sale.method) !== 'courier');
  if (mayGoBack && random.whole(1, 2) === 1) book.giveBack(sale, random.pick([left, random.whole(1, left)]));
  else if (!sale.isDone) book.release(sale);
}

function expectSound(book: Book): void {
  expect(book.lines.reduce((all, { amountSatang }) => all + amountSatang, 0)).toBe(0);
  for (const account of ['escrow', 'provider', 'vat', 'courier'] as const)
    expect(book.sum(account)).toBeGreaterThanOrEqual(0);
  for (const sale of book.sales)
    expect(book.sum('escrow', ({ orderId }) => orderId === sale.id)).toBeGreaterThanOrEqual(0);
}

describe('500 random histories of money', () => {
  it('sum to zero at every step, never keep less than nothing, and never give back more than came', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const random = seededRandom(`money ${seed}`);
      const book = new Book();
      for (let step = 0; step < 12; step += 1) {
        if (random.whole(1, 2) === 1) aPurchase(book, random, step);
        else somethingLater(book, random);
        expectSound(book);
      }
      for (const sale of book.sales.filter(({ isDone }) => !isDone)) book.release(sale);
      expectSound(book);
      expect(book.sum('escrow')).toBe(0);
      const given = book.sum('buyer', ({ what }) => what === 'refund');
      expect(given).toBeLessThanOrEqual(-book.sum('buyer', ({ what }) => what === 'payment'));
    }
  });

  it('take no commission of what went back as a whole, in however many steps', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = seededRandom(`back ${seed}`);
      const book = new Book();
      const sale = saleOf(random, 'card', 0, 'x');
      book.buy('card', [sale], true, 0);
      const when = random.whole(0, 3);
      for (let step = 0; sale.backSatang < sale.totalSatang; step += 1) {
        if (step === when) book.release(sale);
        book.giveBack(sale, Math.min(sale.totalSatang - sale.backSatang, random.whole(1, 400_000)));
      }
      if (!sale.isDone) book.release(sale);
      expect(book.sum('platform')).toBe(0);
      expect(book.sum('shop')).toBe(-book.sum('provider') - book.sum('vat'));
    }
  });
});

describe('a posting', () => {
  it('that does not sum to zero, or is not in whole satang, is refused', () => {
    expect(() => turnover([{ account: 'buyer', what: 'payment', amountSatang: -1 }])).toThrow('does not sum to zero');
    const half: PostingLine[] = [
      { account: 'buyer', what: 'payment', amountSatang: -0.5 },
      { account: 'escrow', what: 'payment', amountSatang: 0.5 },
    ];
    expect(() => turnover(half)).toThrow('whole satang');
  });

  it('of a purchase at two shops gives each its part, and each its part of the fee', () => {
    const orders = [
      { id: 'a', shopId: 's1', totalSatang: 10_000 },
      { id: 'b', shopId: 's2', totalSatang: 20_000 },
    ];
    const kept = money.paymentLines('card', 30_000, orders, true).filter(({ account }) => account === 'escrow');
    expect(kept.map(({ amountSatang }) => amountSatang)).toEqual([10_000, 20_000]);
    const fees = money.methodFeeLines({ feeSatang: 100, vatSatang: 7 }, orders);
    expect(fees.filter(({ account }) => account === 'shop').map(({ amountSatang }) => amountSatang)).toEqual([
      -33, -2, -67, -5,
    ]);
  });
});
