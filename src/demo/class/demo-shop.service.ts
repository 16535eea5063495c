import { Injectable } from '@nestjs/common';
import type { PhotoRole } from '../../market/catalogue/listing.js';
import { Listings } from '../../market/catalogue/listings.service.js';
import { Shops } from '../../market/shops/shops.service.js';
import { PreparedShops } from '../../practice/snapshot/prepared-shops.service.js';
import { bangkokDay } from '../../shared/clock.js';
import { editionContact, editionDelivery, editionListing } from '../../simulation/scenarios/edition-shop.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import type { DemoPlay } from './demo-play.js';

const ROLES = ['front', 'detail', 'scale'] as const satisfies readonly PhotoRole[];
type Role = (typeof ROLES)[number];

/** Shop and listing of somebody who plays by herself, by the verbs behind a seller's pages. */
@Injectable()
export class DemoShop {
  constructor(
    private readonly shops: Shops,
    private readonly listings: Listings,
    private readonly prepared: PreparedShops,
  ) {}

  async name(play: DemoPlay): Promise<void> {
    await this.prepared.name(play);
  }

  /** What an exercise asks for that does not prepare the shop. */
  async setUp({ by, sandbox, casting, slip }: DemoPlay): Promise<void> {
    const scenario = loadScenario(sandbox.scenario);
    const { methods, ...delivery } = editionDelivery(scenario);
    const asks = sandbox.setup?.carrierPrices ?? {};
    const fees = methods.map((method) => ({ ...method, ...asks[method.code] }));
    const returns = { ...scenario.shopDefaults.returns };
    await this.shops.saveContact(by, editionContact(casting.persona));
    await this.shops.saveDelivery(by, { ...delivery, methods: fees.slice(0, 2) });
    await this.shops.savePayments(by, { methods: ['promptpay', 'card'], cod: null });
    await this.shops.publishReturns(by, slip.returns?.(returns) ?? returns);
  }

  async open({ by }: DemoPlay): Promise<void> {
    await this.shops.open(by, {});
  }

  /** Her goods with their photos and everything that is told of them; nobody but her sees it yet. */
  async draft({ by, market, sandbox, casting, slip }: DemoPlay, roles: readonly Role[] = ROLES): Promise<string> {
    const { goods } = casting;
    const productId = await this.listings.start(by, { goodsKey: goods.key });
    for (const role of roles)
      await this.listings.addPhoto(by, {
        productId,
        role,
        photo: await this.prepared.picture({ sandbox, casting }, role),
      });
    const variantIds = await this.listings.variantIds(market, productId);
    const listing = editionListing(goods, 100, variantIds, bangkokDay(sandbox.openedClock));
    await this.listings.save(by, { productId, ...(slip.listing?.(listing) ?? listing) });
    return productId;
  }

  /** Counts what lies there, as the sheet says it, and puts it on sale. */
  async putOnSale({ by, market, casting }: DemoPlay, productId: string): Promise<void> {
    const variantIds = await this.listings.variantIds(market, productId);
    const counts = casting.sheet.map(({ counted }, at) => ({ variantId: variantIds[at] ?? '', counted }));
    await this.listings.saveOpeningStock(by, { productId, counts });
    await this.listings.publish(by, { productId });
  }
}
