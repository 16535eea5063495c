import { Injectable } from '@nestjs/common';
import type { BookLine } from '../../market/bookkeeping/book.js';
import { BookReader } from '../../market/bookkeeping/book-reader.service.js';
import { type CodParcel } from '../../market/bookkeeping/cod.js';
import type { CreditNote } from '../../market/bookkeeping/credit-note.js';
import { CreditNoteReader, type NotableRefund } from '../../market/bookkeeping/credit-note-reader.service.js';
import { type CashWeek, forecastOf } from '../../market/bookkeeping/forecast.js';
import { Forecasts } from '../../market/bookkeeping/forecasts.service.js';
import { type Matched, trueMatches } from '../../market/bookkeeping/matching-truth.js';
import { MoneyAnswers } from '../../market/bookkeeping/money-answers.service.js';
import { eventsIn, type MoneyEvent } from '../../market/bookkeeping/money-event.js';
import { MoneySources, placeOf } from '../../market/bookkeeping/money-sources.service.js';
import { chosenPeriod, isWithin, type Period, periodsOf } from '../../market/bookkeeping/period.js';
import type { Receipt } from '../../market/bookkeeping/receipt.js';
import { ReceiptReader } from '../../market/bookkeeping/receipt-reader.service.js';
import { ReconciliationReader } from '../../market/bookkeeping/reconciliation-reader.service.js';
import { type PayoutLine, payingOut, ShopLedger } from '../../market/bookkeeping/shop-ledger.service.js';
import { exemptSatangOf, type VatStanding, vatStandingOf } from '../../market/bookkeeping/vat-standing.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { bangkokDay } from '../../shared/clock.js';

/** A shop's books of one period as they stand, with what is true beside what she said. Satang, Bangkok days, moments in market time. */
export interface KeptBooks {
  period: Period;
  credits: Array<{ id: string; at: string; amountSatang: number; orderId: string | null }>;
  /** What she handed in; null while it is open. */
  matched: Matched[] | null;
  /** The payout that was sent in the period. */
  payout: { id: string; lines: PayoutLine[]; computed: number | null } | null;
  cod: { holdDays: number; parcels: CodParcel[]; computed: number | null };
  events: MoneyEvent[];
  lines: BookLine[];
  profit: number | null;
  vat: VatStanding;
  /** Those that were sent, also when they were cancelled later. */
  receipts: Array<Receipt & { paidSatang: number; taxableSatang: number }>;
  /** Of the period, of sales whose receipt was sent. */
  refunds: NotableRefund[];
  /** Those that were sent and stand, oldest first. */
  notes: CreditNote[];
  forecast: { engine: CashWeek[]; saved: CashWeek[] | null };
}

/** Reads a seller's books for a snapshot. */
@Injectable()
export class KeptBookkeeping {
  constructor(
    private readonly db: Database,
    private readonly sources: MoneySources,
    private readonly reader: BookReader,
    private readonly matching: ReconciliationReader,
    private readonly ledger: ShopLedger,
    private readonly answers: MoneyAnswers,
    private readonly receipts: ReceiptReader,
    private readonly notes: CreditNoteReader,
    private readonly forecasts: Forecasts,
  ) {}

  /** The oldest period whose books are to be kept. */
  async of(sandbox: Sandbox, market: string, party: string, shopId: string): Promise<KeptBooks> {
    const { setup } = sandbox;
    const place = placeOf({ sandbox, market });
    const periods = periodsOf(place.setup, place.opened, place.now);
    const period = chosenPeriod(periods, periods.at(-1)?.from);
    const paying = payingOut(setup);
    const vat = vatStandingOf(setup);
    const [profits, cods] = [await this.answers.of(shopId, 'profit'), await this.answers.of(shopId, 'cod')];
    const parcels = await this.ledger.parcels(market, shopId);
    return {
      period,
      ...(await this.matchedOf(market, party, shopId, period)),
      payout: await this.payoutOf(market, shopId, period),
      cod: { holdDays: paying.codHoldDays, parcels, computed: cods.get(period.to)?.amountSatang ?? null },
      events: eventsIn(await this.sources.events(place, shopId), period),
      lines: await this.reader.lines(market, shopId, period),
      profit: profits.get(period.from)?.amountSatang ?? null,
      vat,
      receipts: await this.receiptsOf(market, shopId, vat),
      refunds: (await this.notes.notable(market, shopId, vat)).filter(({ at }) =>
        isWithin(period, bangkokDay(new Date(at))),
      ),
      notes: (await this.notes.ofShop(market, shopId)).filter(({ status }) => status === 'sent').reverse(),
      forecast: await this.forecastOf(sandbox, market, shopId),
    };
  }

  private async matchedOf(
    market: string,
    party: string,
    shopId: string,
    period: Period,
  ): Promise<Pick<KeptBooks, 'credits' | 'matched'>> {
    const credits = await this.matching.credits(market, party, period, true);
    const orders = await this.matching.orders(market, party, period);
    const trueOrders = new Map(trueMatches(credits, orders).map(({ creditId, orderId }) => [creditId, orderId]));
    const kept = await this.matching.find(shopId, period.from);
    return {
      credits: credits.map(({ id, arrivedAt, amountSatang }) => ({
        id,
        at: arrivedAt ?? '',
        amountSatang,
        orderId: trueOrders.get(id) ?? null,
      })),
      matched: kept?.submittedAt ? await this.matching.entries(kept.id) : null,
    };
  }

  private async payoutOf(market: string, shopId: string, period: Period): Promise<KeptBooks['payout']> {
    const payouts = await this.ledger.payouts(market, shopId);
    const sent = payouts.find(({ sentAt }) => sentAt && isWithin(period, bangkokDay(new Date(sentAt))));
    if (!sent) return null;
    const said = (await this.answers.of(shopId, 'payout')).get(sent.id);
    return { id: sent.id, lines: await this.ledger.lines(sent.id), computed: said?.amountSatang ?? null };
  }

  private async receiptsOf(market: string, shopId: string, vat: VatStanding): Promise<KeptBooks['receipts']> {
    const sent = (await this.receipts.ofShop(market, shopId)).filter(({ sentAt }) => sentAt !== null).reverse();
    const rows = await this.db.sql<{
      orderId: string;
      totalSatang: string | number;
      goodsKey: string | null;
      categoryId: string | null;
      unitSatang: string | number;
      quantity: number;
    }>`SELECT o."id" AS "orderId", o."totalSatang", p."goodsKey", p."categoryId", l."unitSatang", l."quantity"
      FROM "market_order" o JOIN "order_line" l ON l."orderId" = o."id" JOIN "product" p ON p."id" = l."productId"
      WHERE o."market" = ${market} AND o."id" IN ${list(sent.map(({ orderId }) => orderId))}
      ORDER BY o."id", l."position"`;
    return sent.map((receipt) => {
      const lines = rows
        .filter(({ orderId }) => orderId === receipt.orderId)
        .map((line) => ({ ...line, unitSatang: Number(line.unitSatang) }));
      const paidSatang = Number(lines[0]?.totalSatang ?? 0);
      return { ...receipt, paidSatang, taxableSatang: paidSatang - exemptSatangOf(lines, vat) };
    });
  }

  /** What the open items came to when she saved hers; before that, what they come to now. */
  private async forecastOf(sandbox: Sandbox, market: string, shopId: string): Promise<KeptBooks['forecast']> {
    const [row] = await this.db.sql<{ weeks: string; engine: string }>`SELECT "weeks", "engine" FROM "forecast"
      WHERE "shopId" = ${shopId}`;
    if (row) return { engine: JSON.parse(row.engine), saved: JSON.parse(row.weeks) };
    const items = await this.forecasts.items(placeOf({ sandbox, market }), sandbox.setup, shopId);
    return { engine: forecastOf(items, bangkokDay(sandbox.clock)), saved: null };
  }
}
