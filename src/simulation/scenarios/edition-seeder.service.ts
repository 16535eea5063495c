import { Injectable } from '@nestjs/common';
import { Certificates } from '../../market/catalogue/certificates.service.js';
import { type Goods, getGoods } from '../../market/catalogue/goods.js';
import { Listings } from '../../market/catalogue/listings.service.js';
import type { PictureRole } from '../../market/media/draw/draw-goods.js';
import { GoodsPictures } from '../../market/media/goods-pictures.service.js';
import type { StoredPhoto } from '../../market/media/media.service.js';
import { sellerPersonas } from '../../market/personas/personas.js';
import { Reviews } from '../../market/reviews/reviews.service.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Shops } from '../../market/shops/shops.service.js';
import { bangkokDay } from '../../shared/clock.js';
import { editionReviews } from './edition-reviews.js';
import {
  EDITION_PAYMENTS,
  editionContact,
  editionDelivery,
  editionListing,
  editionPhotos,
  editionReturns,
} from './edition-shop.js';
import { loadScenario } from './scenario.js';
import type { Scenario, ScenarioProduct, ScenarioShop } from './scenario-schema.js';

const PICTURE_EDGE = 1200;

/** Fills a scenario's background market once, through the verbs that sellers use. All sandboxes of the scenario look at it. */
@Injectable()
export class EditionSeeder {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly shops: Shops,
    private readonly listings: Listings,
    private readonly pictures: GoodsPictures,
    private readonly certificates: Certificates,
    private readonly reviews: Reviews,
  ) {}

  /** The edition of a scenario, made now when it is not there. Closed when it is whole, so that nobody changes it; two processes at the first start make two, and the older is used. */
  async ensure(scenarioId: string): Promise<Sandbox> {
    const known = await this.sandboxes.editionOf(scenarioId);
    if (known) return known;
    const scenario = loadScenario(scenarioId);
    const edition = await this.sandboxes.open({
      kind: 'edition',
      scenario: scenarioId,
      ruleSet: scenario.ruleSet,
      seed: scenarioId,
      clock: new Date(scenario.startsAt),
    });
    for (const shop of scenario.shops) await this.addShop(edition, scenario, shop);
    for (const { shop, product } of inTurns(scenario.shops)) await this.addProduct(edition, scenario, shop, product);
    await this.sandboxes.close(edition.id);
    return edition;
  }

  private async addShop(edition: Sandbox, scenario: Scenario, shop: ScenarioShop): Promise<void> {
    const persona = sellerPersonas().find((one) => one.key === shop.seller);
    if (!persona) throw new Error(`The shop ${shop.key} has no seller.`);
    const by = keeperOf(edition, shop);
    await this.shops.saveProfile(by, {
      name: shop.name.th,
      description: shop.description.th,
      groupId: shop.group,
      image: await this.picture(shop.sign, shop.key, 'logo', shop.name.th),
    });
    await this.shops.saveContact(by, editionContact(persona));
    await this.shops.saveDelivery(by, editionDelivery(scenario));
    await this.shops.savePayments(by, { methods: [...EDITION_PAYMENTS], cod: null });
    await this.shops.publishReturns(by, editionReturns(scenario, persona));
    await this.shops.open(by, {});
  }

  private async addProduct(
    edition: Sandbox,
    scenario: Scenario,
    shop: ScenarioShop,
    product: ScenarioProduct,
  ): Promise<void> {
    const by = keeperOf(edition, shop);
    const goods = getGoods(product.goods);
    const productId = await this.listings.start(by, { goodsKey: goods.key, province: goods.province });
    // Drawn side by side: the renderer has threads of its own.
    const photos = editionPhotos(scenario, product).map(async ({ role, says }) => ({
      role,
      photo: await this.picture(goods.picture, product.key, role, `${goods.title.th} ${says}`.trim()),
    }));
    for (const { role, photo } of await Promise.all(photos))
      await this.listings.addPhoto(by, { productId, role, photo });
    const variantIds = await this.listings.variantIds(`${edition.id}.1`, productId);
    const day = bangkokDay(edition.clock);
    await this.listings.save(by, { productId, ...editionListing(goods, product.pricePercent, variantIds, day) });
    const counts = variantIds.map((variantId) => ({ variantId, counted: product.stock }));
    await this.listings.saveOpeningStock(by, { productId, counts });
    await this.listings.publish(by, { productId });
    if (product.certificate) await this.certificates.attach(by, { productId, number: product.certificate });
    const reviews = editionReviews(scenario, product);
    if (reviews.length > 0) await this.reviews.gather({ ...by, party: 'shopper:earlier' }, { productId, reviews });
  }

  private async picture(
    { kind, palette }: Goods['picture'],
    seed: string,
    role: PictureRole,
    alt: string,
  ): Promise<StoredPhoto> {
    const kept = await this.pictures.onSight({ kind, palette, role, seed, longEdge: PICTURE_EDGE });
    return { ...kept, licence: 'own', source: 'upload', flaws: [], alt };
  }
}

const keeperOf = (edition: Sandbox, shop: ScenarioShop): Doer => ({
  sandboxId: edition.id,
  party: `seller:${shop.key}`,
});

/** The first product of each shop, then the second of each: what came at the same time stands on the shelf in this order, and no shop fills a page of it. */
function inTurns(shops: readonly ScenarioShop[]): Array<{ shop: ScenarioShop; product: ScenarioProduct }> {
  const longest = Math.max(...shops.map(({ products }) => products.length));
  return Array.from({ length: longest }, (_, turn) =>
    shops.flatMap((shop) => {
      const product = shop.products[turn];
      return product ? [{ shop, product }] : [];
    }),
  ).flat();
}
