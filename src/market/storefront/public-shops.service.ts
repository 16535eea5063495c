import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Shop } from '../shops/shop.js';
import { type CardRow, cardFrom, type ShelfCard } from './shelf.service.js';

/** Open shops as buyers see them. */
@Injectable()
export class PublicShops {
  constructor(private readonly db: Database) {}

  async find(scope: readonly string[], id: string): Promise<(Shop & { sha: string | null }) | null> {
    const [row] = await this.db.sql<
      Shop & { sha: string | null }
    >`SELECT s.*, m."sha" FROM "shop" s LEFT JOIN "media" m ON m."id" = s."imageMediaId"
      WHERE s."id" = ${id} AND s."market" IN ${list(scope)} AND s."status" = 'open'`;
    return row ?? null;
  }

  async shelf(shopId: string): Promise<ShelfCard[]> {
    const rows = await this.db
      .sql<CardRow>`SELECT p."id", p."title", p."lowestPrice" AS "price", p."reviewCount", p."starSum", m."sha", '' AS "shopName", p."province"
      FROM "product" p LEFT JOIN "media" m ON m."id" = p."photoId" WHERE p."shopId" = ${shopId} AND p."status" = 'published'
      ORDER BY p."publishedAt" DESC, p."id" LIMIT 24`;
    return rows.map(cardFrom);
  }
}
