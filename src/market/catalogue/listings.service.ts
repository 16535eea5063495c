import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, invalid, notFound } from '../../shared/refusal.js';
import { Media, type StoredPhoto } from '../media/media.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Shops } from '../shops/shops.service.js';
import { ClaimWarnings } from './claim-warnings.service.js';
import { getGoods, loadGoods } from './goods.js';
import { type Listing, MOST_PHOTOS, type PhotoRole } from './listing.js';
import type { ListingInput } from './listing-input.js';
import { ListingReader } from './listing-reader.service.js';
import { SearchIndex } from './search-index.service.js';
import { Stock } from './stock.service.js';

/** The verbs of a seller's listings. */
@Injectable()
export class Listings {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly media: Media,
    private readonly stock: Stock,
    private readonly reader: ListingReader,
    private readonly index: SearchIndex,
    private readonly warnings: ClaimWarnings,
  ) {}

  /**
   * A draft for one of the persona's goods, with a row for each choice that they come in. Everything else is hers to fill in. `province`
   * for goods that come from elsewhere than the shop.
   */
  start = this.acts.verb('listing.start', async (act, input: { goodsKey: string; province?: string }) => {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    const isHers = act.setup.goods?.includes(input.goodsKey) ?? loadGoods().has(input.goodsKey);
    if (!isHers) throw invalid([{ field: 'goodsKey', key: 'products.goods_needed' }]);
    const goods = getGoods(input.goodsKey);
    const id = act.nextId('prd');
    await this.db
      .sql`INSERT INTO "product" ("id", "market", "shopId", "goodsKey", "title", "description", "attributes", "optionName", "status", "province", "createdAt")
      VALUES (${id}, ${act.market}, ${shop.id}, ${goods.key}, '', '', '{}', ${goods.option?.name.th ?? null}, 'draft', ${input.province ?? shop.province}, ${act.now})`;
    for (const [position, variant] of goods.variants.entries()) {
      const label = goods.option?.values.find((value) => value.key === variant.value)?.label.th ?? '';
      await this.db.sql`INSERT INTO "variant" ("id", "market", "productId", "sku", "option", "position")
        VALUES (${act.nextId('var')}, ${act.market}, ${id}, ${variant.sku}, ${label}, ${position})`;
    }
    act.record('listing.saved', id, { goodsKey: goods.key, isNew: true });
    return id;
  });

  save = this.acts.verb('listing.save', async (act, input: ListingInput & { productId: string }) => {
    const listing = await this.ownListing(act, input.productId);
    const prices = input.variants.map((variant) => variant.price).filter((price) => price !== null);
    await this.db
      .sql`UPDATE "product" SET "title" = ${input.title}, "titleEn" = ${input.titleEn}, "description" = ${input.description},
      "categoryId" = ${input.categoryId}, "groupId" = ${input.groupId}, "attributes" = ${JSON.stringify(input.attributes)}, "unit" = ${input.unit},
      "extraCharges" = ${input.extraCharges === null ? null : JSON.stringify(input.extraCharges)},
      "lowestPrice" = ${prices.length > 0 ? Math.min(...prices) : null} WHERE "id" = ${listing.id}`;
    for (const variant of input.variants) {
      await this.db
        .sql`UPDATE "variant" SET "price" = ${variant.price}, "weightG" = ${variant.weightG}, "lengthMm" = ${variant.lengthMm},
        "widthMm" = ${variant.widthMm}, "heightMm" = ${variant.heightMm} WHERE "id" = ${variant.id} AND "productId" = ${listing.id}`;
    }
    if (listing.status === 'published') await this.index.put(act.market, listing.id);
    act.record('listing.saved', listing.id, { ...input });
    await this.warnings.warn(act, listing.id, [input.title, input.description]);
  });

  addPhoto = this.acts.verb(
    'listing.photo',
    async (act, input: { productId: string; role: PhotoRole; photo: StoredPhoto }) => {
      const listing = await this.ownListing(act, input.productId);
      const photos = await this.reader.photos(listing.id);
      if (photos.length >= MOST_PHOTOS) throw conflict('products.too_many_photos');
      const mediaId = await this.media.add(act, input.photo);
      await this.db
        .sql`INSERT INTO "product_photo" ("productId", "mediaId", "role", "position") VALUES (${listing.id}, ${mediaId}, ${input.role}, ${act.seq})`;
      await this.chooseCover(listing.id);
      act.record('photo.added', listing.id, { mediaId, role: input.role, source: input.photo.source });
      await this.warnings.warn(act, listing.id, [input.photo.alt]);
    },
  );

  removePhoto = this.acts.verb('listing.photo_removed', async (act, input: { productId: string; mediaId: string }) => {
    const listing = await this.ownListing(act, input.productId);
    await this.db.sql`DELETE FROM "product_photo" WHERE "productId" = ${listing.id} AND "mediaId" = ${input.mediaId}`;
    await this.chooseCover(listing.id);
    act.record('photo.removed', listing.id, { mediaId: input.mediaId });
  });

  /** She says that a phrase which she was warned of is no claim: an assessor decides. */
  disputeClaim = this.acts.verb('listing.dispute_claim', async (act, input: { productId: string; phrase: string }) => {
    const listing = await this.ownListing(act, input.productId);
    await this.warnings.dispute(act, listing.id, input.phrase);
  });

  saveOpeningStock = this.acts.verb(
    'stock.opening',
    async (act, input: { productId: string; counts: Array<{ variantId: string; counted: number }> }) => {
      const listing = await this.ownListing(act, input.productId);
      const known = new Set((await this.reader.variants(act.market, listing.id)).map((variant) => variant.id));
      for (const { variantId, counted } of input.counts.filter((count) => known.has(count.variantId)))
        await this.stock.open(act, variantId, counted);
      act.record('stock.opening_saved', listing.id, { counts: input.counts });
    },
  );

  /** Puts the listing on the shelf. Only what a buyer could not do without is asked for here; the rest is for the graders. */
  publish = this.acts.verb('listing.publish', async (act, input: { productId: string }) => {
    const listing = await this.ownListing(act, input.productId);
    const variants = await this.reader.variants(act.market, listing.id);
    if (!listing.title) throw conflict('products.title_needed');
    if (!variants.some((variant) => variant.price)) throw conflict('products.price_needed');
    await this.db
      .sql`UPDATE "product" SET "status" = 'published', "publishedAt" = ${act.now} WHERE "id" = ${listing.id}`;
    await this.index.put(act.market, listing.id);
    act.record('listing.published', listing.id, {});
  });

  unpublish = this.acts.verb('listing.unpublish', async (act, input: { productId: string }) => {
    const listing = await this.ownListing(act, input.productId);
    await this.db
      .sql`UPDATE "product" SET "status" = 'unpublished' WHERE "id" = ${listing.id} AND "status" = 'published'`;
    await this.index.remove(act.market, listing.id);
    act.record('listing.unpublished', listing.id, {});
  });

  /** The ids of a listing's choices in their order. */
  async variantIds(market: string, productId: string): Promise<string[]> {
    return (await this.reader.variants(market, productId)).map((variant) => variant.id);
  }

  private async ownListing(act: Act, productId: string): Promise<Listing> {
    const listing = await this.reader.own(act.market, act.party, productId);
    if (!listing) throw notFound();
    return listing;
  }

  /** What lists show: the first front photo, or else the first of all. */
  private async chooseCover(productId: string): Promise<void> {
    await this.db
      .sql`UPDATE "product" SET "photoId" = (SELECT "mediaId" FROM "product_photo" WHERE "productId" = ${productId}
      ORDER BY CASE WHEN "role" = 'front' THEN 0 ELSE 1 END, "position" LIMIT 1) WHERE "id" = ${productId}`;
  }
}
