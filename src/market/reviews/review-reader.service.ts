import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Rating, type Review, ratingOf, starShares } from './review.js';

const PAGE_SIZE = 5;
const MOST_PAGES = 200;

/** Reads what buyers said. */
@Injectable()
export class ReviewReader {
  constructor(private readonly db: Database) {}

  /** One page of what is said of goods, newest first, and how many gave how many stars. */
  async ofProduct(productId: string, wanted: number) {
    const number = Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_PAGES ? wanted : 1;
    const [counts, reviews] = await Promise.all([
      this.db.sql<{ stars: number; n: string | number }>`SELECT "stars", COUNT(*) AS n FROM "review"
        WHERE "productId" = ${productId} GROUP BY "stars"`,
      this.db.sql<Review>`SELECT "id", "author", "stars", "text", "writtenAt" FROM "review"
        WHERE "productId" = ${productId} ORDER BY "writtenAt" DESC, "id" DESC LIMIT ${PAGE_SIZE + 1} OFFSET ${(number - 1) * PAGE_SIZE}`,
    ]);
    return {
      reviews: reviews.slice(0, PAGE_SIZE),
      shares: starShares(new Map(counts.map(({ stars, n }) => [stars, Number(n)]))),
      next: reviews.length > PAGE_SIZE ? number + 1 : null,
      previous: number > 1 ? number - 1 : null,
    };
  }

  /** How the goods of a shop are liked, taken together. */
  async ofShop(shopId: string): Promise<Rating | null> {
    const [row] = await this.db.sql<{ count: string | number | null; stars: string | number | null }>`
      SELECT SUM("reviewCount") AS "count", SUM("starSum") AS "stars" FROM "product"
      WHERE "shopId" = ${shopId} AND "status" = 'published'`;
    return ratingOf(Number(row?.count ?? 0), Number(row?.stars ?? 0));
  }

  /** What a buyer said of the goods of one order, by product. */
  async ofOrder(orderId: string): Promise<Map<string, Pick<Review, 'stars' | 'text'>>> {
    const rows = await this.db.sql<Pick<Review, 'stars' | 'text'> & { productId: string }>`
      SELECT "productId", "stars", "text" FROM "review" WHERE "orderId" = ${orderId}`;
    return new Map(rows.map(({ productId, stars, text }) => [productId, { stars, text }]));
  }
}
