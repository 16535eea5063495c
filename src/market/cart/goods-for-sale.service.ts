import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';

/** One choice of a published listing of an open shop, as a buyer puts it into the cart. Satang and grams. */
export interface ForSale {
  variantId: string;
  productId: string;
  shopId: string;
  shopName: string;
  sellerParty: string;
  title: string;
  optionText: string;
  sku: string;
  priceSatang: number;
  /** Extra charges of one piece, satang. */
  extraSatang: number;
  weightG: number | null;
  /** Pieces on the shelf that nobody has reserved. */
  available: number;
}

export type GoneGoods = Pick<ForSale, 'variantId' | 'title' | 'optionText'>;

type Row = Omit<ForSale, 'extraSatang'> & { extraCharges: string | null };

/** Reads what may be bought now; what was unpublished meanwhile is simply not there. */
@Injectable()
export class GoodsForSale {
  constructor(private readonly db: Database) {}

  async find(scope: readonly string[], variantIds: readonly string[]): Promise<Map<string, ForSale>> {
    const [market] = scope;
    const rows = await this.db.sql<Row>`
      SELECT v."id" AS "variantId", p."id" AS "productId", s."id" AS "shopId", s."name" AS "shopName", s."ownerParty" AS "sellerParty",
        p."title", v."option" AS "optionText", v."sku", v."price" AS "priceSatang", v."weightG", p."extraCharges",
        COALESCE(own."onHand" - own."reserved" - own."allocated", shared."onHand", 0) AS "available"
      FROM "variant" v JOIN "product" p ON p."id" = v."productId" JOIN "shop" s ON s."id" = p."shopId"
        LEFT JOIN "stock_level" own ON own."variantId" = v."id" AND own."market" = ${market}
        LEFT JOIN "stock_level" shared ON shared."variantId" = v."id" AND shared."market" = v."market"
      WHERE v."id" IN ${list(variantIds)} AND v."market" IN ${list(scope)} AND p."status" = 'published' AND s."status" = 'open'
        AND v."price" IS NOT NULL`;
    return new Map(rows.map((row) => [row.variantId, forSale(row)]));
  }

  /** What goods are called that may not be bought now, so that a cart can say what is missing from it. */
  titles(scope: readonly string[], variantIds: readonly string[]): Promise<GoneGoods[]> {
    return this.db.sql<GoneGoods>`SELECT v."id" AS "variantId", p."title", v."option" AS "optionText"
      FROM "variant" v JOIN "product" p ON p."id" = v."productId"
      WHERE v."id" IN ${list(variantIds)} AND v."market" IN ${list(scope)} ORDER BY v."id"`;
  }
}

function forSale({ extraCharges, ...row }: Row): ForSale {
  const charges = extraCharges ? (JSON.parse(extraCharges) as Array<{ amount: number }>) : [];
  const extraSatang = charges.reduce((sum, charge) => sum + charge.amount, 0);
  return { ...row, priceSatang: Number(row.priceSatang), available: Number(row.available), extraSatang };
}
