import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list, nothing, part, type SqlPart } from '../../platform/database/sql.js';
import { SearchIndex } from '../catalogue/search-index.service.js';
import { type Rating, ratingOf } from '../reviews/review.js';
import type { Wanted } from './wanted.js';

export const PAGE_SIZE = 24;

export interface ShelfCard {
  id: string;
  title: string;
  price: number;
  rating: Rating | null;
  sha: string | null;
  shopName: string;
  province: string | null;
}

/** A card as its row holds it. */
export type CardRow = Omit<ShelfCard, 'rating'> & { reviewCount: number; starSum: number };

export interface Shelf {
  cards: ShelfCard[];
  hasNext: boolean;
}

/** What lies on a market's shelf. One statement for a page of 24, whatever the market holds. */
@Injectable()
export class ShelfReader {
  constructor(
    private readonly db: Database,
    private readonly index: SearchIndex,
  ) {}

  async page(scope: readonly string[], wanted: Wanted): Promise<Shelf> {
    const found = wanted.query ? await this.index.find(scope, wanted.query) : null;
    const rows = found ? await this.found(scope, found, wanted) : await this.all(scope, wanted);
    return { cards: rows.slice(0, PAGE_SIZE).map(cardFrom), hasNext: rows.length > PAGE_SIZE };
  }

  /** Where goods on this shelf come from, for a list to choose from. */
  async provinces(scope: readonly string[]): Promise<string[]> {
    const rows = await this.db.sql<{ province: string }>`SELECT DISTINCT "province" FROM "product"
      WHERE "market" IN ${list(scope)} AND "status" = 'published' AND "province" IS NOT NULL ORDER BY "province" LIMIT 80`;
    return rows.map((row) => row.province);
  }

  private all(scope: readonly string[], wanted: Wanted): Promise<CardRow[]> {
    return this.db.sql<CardRow>`${CARDS} WHERE p."market" IN ${list(scope)} AND ${asked(wanted)}
      ORDER BY ${ORDERS[wanted.sort]} ${onPage(wanted.page)}`;
  }

  /** The filters come before the paging: a page of what was found holds only what was asked for. */
  private async found(scope: readonly string[], ids: readonly string[], wanted: Wanted): Promise<CardRow[]> {
    const rows = await this.db.sql<CardRow>`${CARDS}
      WHERE p."id" IN ${list(ids)} AND p."market" IN ${list(scope)} AND ${asked(wanted)} ORDER BY ${ORDERS[wanted.sort]}`;
    const from = (wanted.page - 1) * PAGE_SIZE;
    return (wanted.sort === 'new' ? bestFirst(rows, ids) : rows).slice(from, from + PAGE_SIZE + 1);
  }
}

const CARDS = part`SELECT p."id", p."title", p."lowestPrice" AS "price", p."reviewCount", p."starSum", m."sha", s."name" AS "shopName", p."province"
  FROM "product" p JOIN "shop" s ON s."id" = p."shopId" LEFT JOIN "media" m ON m."id" = p."photoId"`;

/** One more than a page, to know whether there is a next one. Written out: SQLite sorts no further than a limit that it can read. */
const onPage = (page: number): SqlPart =>
  page === 1 ? part`LIMIT 25` : part`LIMIT 25 OFFSET ${(page - 1) * PAGE_SIZE}`;

const ORDERS = {
  new: part`p."publishedAt" DESC, p."id"`,
  cheap: part`p."lowestPrice", p."id"`,
  dear: part`p."lowestPrice" DESC, p."id"`,
};

/** Only what was asked for stands in the statement: "no filter, or this one" would be tried on every row and use no index. */
const asked = ({
  groupId,
  categoryId,
  province,
  lowest,
  highest,
}: Wanted): SqlPart => part`p."status" = 'published' AND s."status" = 'open'
  ${categoryId ? part`AND p."categoryId" = ${categoryId}` : nothing}
  ${groupId && !categoryId ? part`AND p."groupId" = ${groupId}` : nothing}
  ${province ? part`AND p."province" = ${province}` : nothing}
  ${lowest === null ? nothing : part`AND p."lowestPrice" >= ${lowest}`}
  ${highest === null ? nothing : part`AND p."lowestPrice" <= ${highest}`}`;

/** In the order of the search, which the database does not keep. */
function bestFirst(rows: readonly CardRow[], ids: readonly string[]): CardRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export const cardFrom = ({ reviewCount, starSum, ...row }: CardRow): ShelfCard => ({
  ...row,
  price: Number(row.price),
  rating: ratingOf(reviewCount, starSum),
});
