import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { getGoods } from '../../market/catalogue/goods.js';
import { Listings } from '../../market/catalogue/listings.service.js';
import { drawGoods } from '../../market/media/draw/draw-goods.js';
import { Media } from '../../market/media/media.service.js';
import { sellerPersonas } from '../../market/personas/personas.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Shops } from '../../market/shops/shops.service.js';
import { bangkokDay } from '../../shared/clock.js';
import { editionContact, editionDelivery, editionListing } from './edition-shop.js';
import { loadScenario } from './scenario.js';
import type { Scenario, ScenarioShop } from './scenario-schema.js';

/** Fills a scenario's background market once, through the verbs that sellers use. All sandboxes of the scenario look at it. */
@Injectable()
export class EditionSeeder {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly shops: Shops,
    private readonly listings: Listings,
    private readonly media: Media,
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
      image: null,
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
    for (const product of shop.products) await this.addProduct(by, edition, product);
  }

  private async addProduct(by: Doer, edition: Sandbox, product: ScenarioShop['products'][number]): Promise<void> {
    const goods = getGoods(product.goods);
    const productId = await this.listings.start(by, { goodsKey: goods.key });
    const picture = drawGoods(goods.picture.kind, product.key, 'front', { palette: goods.picture.palette });
    const png = await sharp(Buffer.from(picture)).resize(800).png({ compressionLevel: 1 }).toBuffer();
    const photo = await this.media.store(png, { licence: 'own', source: 'upload', flaws: [], alt: goods.title.th });
    await this.listings.addPhoto(by, { productId, role: 'front', photo });
    const variantIds = await this.listings.variantIds(`${edition.id}.1`, productId);
    const day = bangkokDay(edition.clock);
    await this.listings.save(by, { productId, ...editionListing(goods, product.pricePercent, variantIds, day) });
    const counts = variantIds.map((variantId) => ({ variantId, counted: product.stock }));
    await this.listings.saveOpeningStock(by, { productId, counts });
    await this.listings.publish(by, { productId });
  }
}
