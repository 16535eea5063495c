import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { bangkokDay, DAY } from '../../shared/clock.js';
import { conflict } from '../../shared/refusal.js';
import type { Payout } from '../ledger/payout.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import { Acts } from '../sandboxes/acts.service.js';
import type { MarketSetup } from '../sandboxes/market-setup.js';
import { Shops } from '../shops/shops.service.js';
import { type CashWeek, forecastOf, type OpenItem, plannedItems, saleItems } from './forecast.js';
import { MoneySources, type Place } from './money-sources.service.js';
import { payingOut, ShopLedger } from './shop-ledger.service.js';

export interface SavedForecast {
  startsOn: string;
  weeks: CashWeek[];
  savedAt: string;
}

/** Four weeks of cash, as a seller expects them and as the open items have them. */
@Injectable()
export class Forecasts {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly sources: MoneySources,
    private readonly ledger: ShopLedger,
  ) {}

  /** Keeps her four weeks from today on, with what the same open items came to at that moment. */
  save = this.acts.verb('forecast.save', async (act, { weeks }: { weeks: CashWeek[] }) => {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    const startsOn = bangkokDay(act.now);
    const engine = forecastOf(await this.items(await this.sources.place(act), act.setup, shop.id), startsOn);
    await this.db.sql`INSERT INTO "forecast" ("shopId", "market", "startsOn", "weeks", "engine", "savedAt")
      VALUES (${shop.id}, ${act.market}, ${startsOn}, ${canonicalJson(weeks)}, ${canonicalJson(engine)}, ${act.now})
      ON CONFLICT ("shopId") DO UPDATE SET "startsOn" = excluded."startsOn", "weeks" = excluded."weeks",
        "engine" = excluded."engine", "savedAt" = excluded."savedAt"`;
    act.record('forecast.saved', startsOn, { startsOn, weeks, engine });
  });

  async saved(shopId: string): Promise<SavedForecast | null> {
    const [row] = await this.db.sql<Omit<SavedForecast, 'weeks'> & { weeks: string }>`
      SELECT "startsOn", "weeks", "savedAt" FROM "forecast" WHERE "shopId" = ${shopId}`;
    return row ? { ...row, weeks: JSON.parse(row.weeks) as CashWeek[] } : null;
  }

  /** What is known of the cash to come and to go, by day. */
  async items({ market, opened, now }: Place, setup: MarketSetup | null, shopId: string): Promise<OpenItem[]> {
    const paying = payingOut(setup);
    const [payouts, sales] = await Promise.all([
      this.ledger.payouts(market, shopId),
      this.ledger.openSales(market, shopId, moneyRulesOf(setup)),
    ]);
    const coming = await Promise.all(
      payouts
        .filter(({ status }) => status === 'open' || status === 'sent')
        .map((payout) => this.payoutItem(payout, paying.arrivesDays)),
    );
    const planned = plannedItems(setup?.books?.plan ?? [], opened, bangkokDay(now));
    return [...coming, ...saleItems(sales, paying, now), ...planned]
      .filter(({ amountSatang }) => amountSatang > 0)
      .sort((one, other) => one.on.localeCompare(other.on));
  }

  private async payoutItem(payout: Payout, arrivesDays: number): Promise<OpenItem> {
    const leaves = Date.parse(payout.sentAt ?? payout.payday);
    return {
      what: 'payout',
      way: 'in',
      name: '',
      on: bangkokDay(new Date(leaves + arrivesDays * DAY)),
      amountSatang: payout.status === 'sent' ? payout.amountSatang : await this.ledger.gathered(payout),
    };
  }
}
