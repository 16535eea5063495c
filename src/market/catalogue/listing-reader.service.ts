import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { type Listing, type ListingPhoto, listingFrom, type Variant, variantFrom } from './listing.js';

/** Reads listings: the seller's own, and those on a market's shelf. */
@Injectable()
export class ListingReader {
  constructor(private readonly db: Database) {}

  /** A seller's own listing, or null: somebody else's does not exist for her. */
  async own(market: string, party: string, id: string): Promise<Listing | null> {
    const [row] = await this.db.sql`SELECT p.* FROM "product" p JOIN "shop" s ON s."id" = p."shopId"
      WHERE p."id" = ${id} AND p."market" = ${market} AND s."ownerParty" = ${party}`;
    return row ? listingFrom(row) : null;
  }

  async ownAll(
    market: string,
    party: string,
  ): Promise<
    Array<{
      id: string;
      title: string;
      status: string;
      goodsKey: string | null;
      sha: string | null;
      lowestPrice: number | null;
    }>
  > {
    return this.db.sql`SELECT p."id", p."title", p."status", p."goodsKey", m."sha", p."lowestPrice" FROM "product" p
      JOIN "shop" s ON s."id" = p."shopId" LEFT JOIN "media" m ON m."id" = p."photoId"
      WHERE p."market" = ${market} AND s."ownerParty" = ${party} ORDER BY p."createdAt" DESC LIMIT 100`;
  }

  /** A published listing of an open shop, with the shop's name. */
  async onShelf(scope: readonly string[], id: string): Promise<(Listing & { shopName: string }) | null> {
    const [row] = await this.db
      .sql`SELECT p.*, s."name" AS "shopName" FROM "product" p JOIN "shop" s ON s."id" = p."shopId"
      WHERE p."id" = ${id} AND p."market" IN ${list(scope)} AND p."status" = 'published' AND s."status" = 'open'`;
    return row ? { ...listingFrom(row), shopName: String(row.shopName) } : null;
  }

  /** The choices with what of each lies on the shelf of `market` (its own row, or else that of the edition it comes from). */
  async variants(market: string, productId: string): Promise<Variant[]> {
    const rows = await this.db.sql`
      SELECT v."id", v."sku", v."option", v."price", v."weightG", v."lengthMm", v."widthMm", v."heightMm",
        COALESCE(own."onHand", shared."onHand") AS "onHand",
        COALESCE(own."onHand" - own."reserved" - own."allocated", shared."onHand", 0) AS "available"
      FROM "variant" v
      LEFT JOIN "stock_level" own ON own."variantId" = v."id" AND own."market" = ${market}
      LEFT JOIN "stock_level" shared ON shared."variantId" = v."id" AND shared."market" = v."market"
      WHERE v."productId" = ${productId} ORDER BY v."position"`;
    return rows.map(variantFrom);
  }

  photos(productId: string): Promise<ListingPhoto[]> {
    return this.db
      .sql<ListingPhoto>`SELECT pp."mediaId", m."sha", pp."role", m."alt" FROM "product_photo" pp JOIN "media" m ON m."id" = pp."mediaId"
      WHERE pp."productId" = ${productId} ORDER BY pp."position", pp."mediaId" LIMIT 9`;
  }
}
