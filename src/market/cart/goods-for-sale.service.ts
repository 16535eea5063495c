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
}

type Row = Omit<ForSale, 'extraSatang'> & { extraCharges: string | null };

/** Reads what may be bought now; what was unpublished meanwhile is simply not there. */
@Injectable()
export class GoodsForSale {
  constructor(private readonly db: Database) {}

  async find(scope: readonly string[], variantIds: readonly string[]): Promise<Map<string, ForSale>> {
    const rows = await this.db.sql<Row>`
      SELECT v."id" AS "variantId", p."id" AS "productId", s."id" AS "shopId", s."name" AS "shopName", s."ownerParty" AS "sellerParty",
        p."title", v."option" AS "optionText", v."sku", v."price" AS "priceSatang", v."weightG", p."extraCharges"
      FROM "variant" v JOIN "product" p ON p."id" = v."productId" JOIN "shop" s ON s."id" = p."shopId"
      WHERE v."id" IN ${list(variantIds)} AND v."market" IN ${list(scope)} AND p."status" = 'published' AND s."status" = 'open'
        AND v."price" IS NOT NULL`;
    return new Map(rows.map((row) => [row.variantId, forSale(row)]));
  }
}

function forSale({ extraCharges, ...row }: Row): ForSale {
  const charges = extraCharges ? (JSON.parse(extraCharges) as Array<{ amount: number }>) : [];
  const extraSatang = charges.reduce((sum, charge) => sum + charge.amount, 0);
  return { ...row, priceSatang: Number(row.priceSatang), extraSatang };
}
