import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Act } from '../sandboxes/act.js';
import { type ShopVisit, summaryOf, type VisitCount, type VisitSummary } from './visit.js';

/** Who looked at a shop's goods and what came of it. */
@Injectable()
export class Visits {
  constructor(private readonly db: Database) {}

  /** Keeps what came of the acting party's visit at each shop that she saw, on this day of the market (1 is its first). */
  async keep(act: Act, day: number, visits: readonly ShopVisit[]): Promise<void> {
    for (const { shopId, productId, reason } of visits) {
      await this.db
        .sql`INSERT INTO "shop_visit" ("market", "shopper", "shopId", "productId", "day", "outcome", "reason", "at")
        VALUES (${act.market}, ${act.party}, ${shopId}, ${productId}, ${day}, ${reason ? 'left' : 'bought'}, ${reason ?? ''}, ${act.now})
        ON CONFLICT DO NOTHING`;
    }
  }

  /** One day's visits to a seller's shop, or null when she has none. */
  async ofDay(market: string, party: string, day: number): Promise<VisitSummary | null> {
    const [shop] = await this.db.sql<{
      id: string;
    }>`SELECT "id" FROM "shop" WHERE "market" = ${market} AND "ownerParty" = ${party}`;
    if (!shop) return null;
    const rows = await this.db.sql<VisitCount>`SELECT "outcome", "reason", COUNT(*) AS "count" FROM "shop_visit"
      WHERE "market" = ${market} AND "shopId" = ${shop.id} AND "day" = ${day} GROUP BY "outcome", "reason"`;
    return summaryOf(rows.map((row) => ({ ...row, count: Number(row.count) })));
  }
}
