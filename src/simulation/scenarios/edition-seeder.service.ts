import { Injectable } from '@nestjs/common';
import { type Goods, getGoods } from '../../market/catalogue/goods.js';
import { Listings } from '../../market/catalogue/listings.service.js';
import type { PictureRole } from '../../market/media/draw/draw-goods.js';
import { GoodsPictures } from '../../market/media/goods-pictures.service.js';
import type { StoredPhoto } from '../../market/media/media.service.js';
import { sellerPersonas } from '../../market/personas/personas.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Shops } from '../../market/shops/shops.service.js';
import { bangkokDay } from '../../shared/clock.js';
import { editionContact, editionDelivery, editionListing, editionPhotos } from './edition-shop.js';
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
    await this.sandboxes.close(edition.id);
    return edition;
  }

  private async addShop(edition: Sandbox, scenario: Scenario, shop: ScenarioShop): Promise<void> {
    const persona = sellerPersonas().find((one) => one.key === shop.seller);
    if (!persona) throw new Error(`The shop ${shop.key} has no seller.`);
    const by: Doer = { sandboxId: edition.id, party: `seller:${shop.key}` };
    await this.shops.saveProfile(by, {
      name: shop.name.th,
      description: shop.description.th,
      groupId: shop.group,
      image: await this.picture(shop.sign, shop.key, 'logo', shop.name.th),
    });
    await this.shops.saveContact(by, editionContact(persona));
    await this.shops.saveDelivery(by, editionDelivery(scenario));
    await this.shops.savePayments(by, { methods: ['promptpay', 'card', 'bank_transfer'], cod: null });
    await this.shops.publishReturns(by, {
      days: 7,
      payerFault: 'seller',
      payerNoFault: 'buyer',
      contact: persona.phone,
      wording: '',
    });
    await this.shops.open(by, {});
    for (const product of shop.products) await this.addProduct(by, edition, scenario, product);
  }

  private async addProduct(by: Doer, edition: Sandbox, scenario: Scenario, product: ScenarioProduct): Promise<void> {
    const goods = getGoods(product.goods);
    const productId = await this.listings.start(by, { goodsKey: goods.key, province: goods.province });
    for (const { role, says } of editionPhotos(scenario, product)) {
      const photo = await this.picture(goods.picture, product.key, role, `${goods.title.th} ${says}`.trim());
      await this.listings.addPhoto(by, { productId, role, photo });
    }
    const variantIds = await this.listings.variantIds(`${edition.id}.1`, productId);
    const day = bangkokDay(edition.clock);
    await this.listings.save(by, { productId, ...editionListing(goods, product.pricePercent, variantIds, day) });
    const counts = variantIds.map((variantId) => ({ variantId, counted: product.stock }));
    await this.listings.saveOpeningStock(by, { productId, counts });
    await this.listings.publish(by, { productId });
  }

  private async picture(
    { kind, palette }: Goods['picture'],
    seed: string,
    role: PictureRole | 'logo',
    alt: string,
  ): Promise<StoredPhoto> {
    const kept = await this.pictures.onSight({ kind, palette, role, seed, longEdge: PICTURE_EDGE });
    return { ...kept, licence: 'own', source: 'upload', flaws: [], alt };
  }
}
