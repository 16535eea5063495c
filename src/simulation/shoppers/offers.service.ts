import { Injectable } from '@nestjs/common';
import { SearchIndex } from '../../market/catalogue/search-index.service.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { places } from '../clock/earliest.js';
import type { Offer } from './offer.js';
import {
  type MethodRow,
  offerFrom,
  type PaymentRow,
  type PhotoRow,
  type ProductRow,
  type VariantRow,
} from './offer-from-rows.js';

/** A listing that a seller of this market has on the shelf. */
export interface OwnListing {
  id: string;
  shopId: string;
  goodsKey: string;
}

/** What lies on a market's shelf, as a shopper sees it: found by the words that people type, or by a shop's link. */
@Injectable()
export class Offers {
  constructor(
    private readonly db: Database,
    private readonly index: SearchIndex,
  ) {}

  /** What the market's own sellers have on the shelf, in the order in which it was begun. */
  async own(market: string): Promise<OwnListing[]> {
    const rows = await this.db.sql<OwnListing>`SELECT p."id", p."shopId", p."goodsKey" FROM "product" p
      JOIN "shop" s ON s."id" = p."shopId" WHERE p."market" = ${market} AND p."status" = 'published' AND s."status" = 'open'
      AND p."goodsKey" IS NOT NULL LIMIT 1000`;
    return rows.sort(byPlace);
  }

  /** The offers of these goods that a search for the words finds, of every shop. */
  async search(scope: readonly string[], words: string, goodsKey: string): Promise<Offer[]> {
    const found = (await this.index.find(scope, words)) ?? [];
    return (await this.read(scope, found)).filter((offer) => offer.goods.key === goodsKey);
  }

  /** Offers by their listings' ids, own ones first; what is no longer for sale is not there. Five statements, however many. */
  async read(scope: readonly string[], productIds: readonly string[]): Promise<Offer[]> {
    const products = await this.products(scope, productIds);
    if (products.length === 0) return [];
    const ids = products.map((product) => product.id);
    const shopIds = [...new Set(products.map((product) => product.shopId))];
    const around = {
      variants: await this.variants(scope, ids),
      photos: await this.photos(ids),
      methods: await this.methods(shopIds),
      payments: await this.payments(shopIds),
    };
    return products.flatMap((row) => offerFrom(row, row.market === scope[0], around) ?? []);
  }

  private async products(scope: readonly string[], ids: readonly string[]): Promise<ProductRow[]> {
    const rows = await this.db.sql<ProductRow>`
      SELECT p."id", p."market", p."shopId", p."goodsKey", p."title", p."description", p."categoryId", p."attributes", p."unit",
        p."extraCharges", s."name" AS "shopName", s."description" AS "shopDescription", s."imageMediaId", s."phone",
        r."shopId" AS "policyOf"
      FROM "product" p JOIN "shop" s ON s."id" = p."shopId" LEFT JOIN "returns_policy" r ON r."shopId" = s."id"
      WHERE p."id" IN ${list(ids)} AND p."market" IN ${list(scope)} AND p."status" = 'published' AND s."status" = 'open'`;
    const [own] = scope;
    return rows.sort((a, b) => Number(b.market === own) - Number(a.market === own) || byPlace(a, b));
  }

  private variants([market]: readonly string[], productIds: readonly string[]): Promise<VariantRow[]> {
    return this.db.sql<VariantRow>`
      SELECT v."id", v."productId", v."sku", v."price",
        COALESCE(own."onHand" - own."reserved" - own."allocated", shared."onHand", 0) AS "available"
      FROM "variant" v
      LEFT JOIN "stock_level" own ON own."variantId" = v."id" AND own."market" = ${market}
      LEFT JOIN "stock_level" shared ON shared."variantId" = v."id" AND shared."market" = v."market"
      WHERE v."productId" IN ${list(productIds)} AND v."price" IS NOT NULL ORDER BY v."productId", v."position"`;
  }

  private photos(productIds: readonly string[]): Promise<PhotoRow[]> {
    return this.db.sql<PhotoRow>`SELECT pp."productId", m."flaws" FROM "product_photo" pp
      JOIN "media" m ON m."id" = pp."mediaId" WHERE pp."productId" IN ${list(productIds)}`;
  }

  private methods(shopIds: readonly string[]): Promise<MethodRow[]> {
    return this.db.sql<MethodRow>`SELECT "shopId", "code", "bangkok", "upcountry", "island" FROM "shipping_method"
      WHERE "shopId" IN ${list(shopIds)}`;
  }

  private payments(shopIds: readonly string[]): Promise<PaymentRow[]> {
    return this.db
      .sql<PaymentRow>`SELECT "shopId", "method" FROM "shop_payment_method" WHERE "shopId" IN ${list(shopIds)}`;
  }
}

/** By the acts that began them: the same order in every run, while a market's own id is drawn at random. */
function byPlace(a: { id: string }, b: { id: string }): number {
  const [actA, placeA] = places(a.id);
  const [actB, placeB] = places(b.id);
  return actA - actB || placeA - placeB;
}
