import { Injectable } from '@nestjs/common';
import { Bank } from '../../market/bank/bank.service.js';
import { ReceivingAccounts } from '../../market/bank/receiving-accounts.service.js';
import { findCategory } from '../../market/catalogue/categories.js';
import type { PhotoRole } from '../../market/catalogue/listing.js';
import { ListingReader } from '../../market/catalogue/listing-reader.service.js';
import { Listings } from '../../market/catalogue/listings.service.js';
import { GoodsPictures } from '../../market/media/goods-pictures.service.js';
import type { StoredPhoto } from '../../market/media/media.service.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Shops } from '../../market/shops/shops.service.js';
import { bangkokDay } from '../../shared/clock.js';
import { seededRandom } from '../../shared/seeded-random.js';
import { editionListing } from '../../simulation/scenarios/edition-shop.js';
import { Histories } from '../../simulation/scenarios/histories.service.js';
import type { History } from '../../simulation/scenarios/history.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import { injectAt } from '../../simulation/scenarios/timeline.js';
import { type Casting, cast } from './casting.js';

const ROLES = ['front', 'detail', 'scale'] as const satisfies readonly PhotoRole[];
type Role = (typeof ROLES)[number];
/** Shorter pictures look coarse on a shelf. */
const CLEAR_PIXELS = 800;
/** Percent of the fair price: neighbours in a hall ask differently, and one cannot copy the other's sums. */
const PRICES = [85, 120] as const;

interface Stall {
  by: Doer;
  sandbox: Sandbox;
  market: string;
  casting: Casting;
}

/** A shop that is named and stocked before its learner comes, by the verbs behind a seller's pages. Its door is hers to open. */
@Injectable()
export class PreparedShops {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly shops: Shops,
    private readonly listings: Listings,
    private readonly reader: ListingReader,
    private readonly pictures: GoodsPictures,
    private readonly accounts: ReceivingAccounts,
    private readonly bank: Bank,
    private readonly histories: Histories,
  ) {}

  /** Does what is not done yet: nothing in a market that is prepared, the rest where a crash came between. */
  async ensure(sandboxId: string, learnerId: string): Promise<void> {
    const by = { sandboxId, party: `seller:${learnerId}`, personId: learnerId };
    const sandbox = await this.begun(by);
    if (!sandbox) return;
    const market = generationId(sandboxId, sandbox.generation);
    const scenario = loadScenario(sandbox.scenario);
    const stall = { by, sandbox, market, casting: cast(scenario, sandbox.seed) };
    if (!(await this.shops.own(market, by.party))) await this.name(stall);
    const [listing] = await this.reader.ownAll(market, by.party);
    if (listing?.status !== 'published')
      await this.stock(stall, listing?.id ?? (await this.listings.start(by, { goodsKey: stall.casting.goods.key })));
    if (scenario.history) await this.live(stall, scenario.history);
  }

  /** The market as it is to be prepared from; null where that is done. A past that broke off begins anew. */
  private async begun(by: Doer): Promise<Sandbox | null> {
    const sandbox = await this.sandboxes.get(by.sandboxId);
    const { history } = loadScenario(sandbox.scenario);
    const shop = await this.shops.own(generationId(sandbox.id, sandbox.generation), by.party);
    if (!history) return shop?.status === 'open' ? null : sandbox;
    if (sandbox.clock >= injectAt(history.begins, sandbox.openedClock)) return null;
    return shop ? this.sandboxes.reset(sandbox.id) : sandbox;
  }

  /** The account tried, the door opened, and everything that happened before she comes. */
  private async live({ by, market }: Stall, history: History): Promise<void> {
    await this.accounts.link(by, { kind: 'own' });
    const { toAccount: account, amountSatang } = await this.bank.get(market, await this.accounts.test(by, {}));
    await this.bank.view(by, { account });
    await this.accounts.verify(by, { amountSatang });
    await this.shops.open(by, {});
    const shop = await this.shops.own(market, by.party);
    if (shop) await this.histories.live(by, shop.id, history);
  }

  /** A good picture of those that lie ready, drawn when somebody looks at it. */
  async picture({ sandbox, casting }: Pick<Stall, 'sandbox' | 'casting'>, role: Role): Promise<StoredPhoto> {
    const lies = sandbox.setup?.tray?.find((one) => one.role === role && !one.flaw && one.longEdge >= CLEAR_PIXELS);
    if (!lies) throw new Error(`No good picture of the tray shows the ${role}.`);
    const { kind, palette } = casting.goods.picture;
    const { seed, longEdge } = lies;
    const kept = await this.pictures.onSight({ kind, palette, role, seed, longEdge });
    return { ...kept, licence: 'own', source: 'tray', flaws: [], alt: '' };
  }

  async name({ by, sandbox, casting }: Pick<Stall, 'by' | 'sandbox' | 'casting'>): Promise<void> {
    const { persona, goods } = casting;
    await this.shops.saveProfile(by, {
      name: `ร้านของ${persona.name.th}`,
      description: `${goods.title.th} จาก${persona.address.province} ทำเองทุกขั้นตอน`,
      groupId: findCategory(goods.category)?.group ?? '',
      image: await this.picture({ sandbox, casting }, 'front'),
    });
  }

  private async stock({ by, sandbox, market, casting }: Stall, productId: string): Promise<void> {
    const has = new Set((await this.reader.photos(productId)).map(({ role }) => role));
    for (const role of ROLES.filter((one) => !has.has(one)))
      await this.listings.addPhoto(by, { productId, role, photo: await this.picture({ sandbox, casting }, role) });
    const variantIds = await this.listings.variantIds(market, productId);
    const percent = seededRandom(`${sandbox.seed}:price`).whole(...PRICES);
    const listing = editionListing(casting.goods, percent, variantIds, bangkokDay(sandbox.openedClock));
    await this.listings.save(by, { productId, ...listing });
    const counts = casting.sheet.map(({ counted }, at) => ({ variantId: variantIds[at] ?? '', counted }));
    await this.listings.saveOpeningStock(by, { productId, counts });
    await this.listings.publish(by, { productId });
  }
}
