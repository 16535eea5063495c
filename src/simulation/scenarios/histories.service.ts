import { Injectable } from '@nestjs/common';
import { zoneOf } from '../../market/addresses/delivery-zone.js';
import { ReceivingAccounts } from '../../market/bank/receiving-accounts.service.js';
import type { Order } from '../../market/orders/order.js';
import { type BuyerPersona, buyerPersonas } from '../../market/personas/personas.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { seededRandom } from '../../shared/seeded-random.js';
import { MarketClock } from '../clock/market-clock.service.js';
import { type History, isAtProvider, type PastSale } from './history.js';
import { PastAtProvider } from './past-at-provider.service.js';
import { PastMoney } from './past-money.service.js';
import { PastParcels } from './past-parcels.service.js';
import { PastPurchases } from './past-purchases.service.js';
import { PastReceipts } from './past-receipts.service.js';
import type { PastShop } from './past-shop.js';
import { injectAt } from './timeline.js';

/** Lets a shop's past happen by the verbs of buyers, seller and carrier, each thing at its own market time. */
@Injectable()
export class Histories {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly clock: MarketClock,
    private readonly accounts: ReceivingAccounts,
    private readonly purchases: PastPurchases,
    private readonly money: PastMoney,
    private readonly provider: PastAtProvider,
    private readonly receipts: PastReceipts,
    private readonly parcels: PastParcels,
  ) {}

  /** From the market's first moment to when the learner comes; her shop is open and has an account. */
  async live(seller: Doer, shopId: string, { past, begins }: History): Promise<void> {
    const sandbox = await this.sandboxes.get(seller.sandboxId);
    const { generation, seed, openedClock } = sandbox;
    const market = generationId(seller.sandboxId, generation);
    const account = await this.accounts.of(market, shopId);
    if (!account) throw new Error(`The shop ${shopId} has a past and no account.`);
    const shop: PastShop = {
      seller,
      sandbox,
      market,
      shopId,
      account: { account: account.number, name: account.holder },
      buyers: mainlanders(seed),
      sold: new Map(),
    };
    for (const [at, event] of past.entries()) {
      await this.clock.advanceTo(seller.sandboxId, injectAt(event, openedClock));
      const by = { sandboxId: seller.sandboxId, party: `shopper:${at + 1}` };
      if (event.pays === 'stray') await this.money.strayCame(shop, by, at, event);
      else if (event.pays === 'back') await this.provider.giveBack(shop, at, event);
      else await this.sell(shop, by, at, event);
    }
    await this.clock.advanceTo(seller.sandboxId, injectAt(begins, openedClock));
  }

  private async sell(shop: PastShop, by: Doer, at: number, sale: PastSale): Promise<void> {
    const order = await this.purchases.order(shop, by, at, sale);
    if (!(await this.pay(shop, by, order, sale))) return;
    shop.sold.set(at, order);
    if (sale.receipt) await this.receipts.give(shop, order);
    await this.parcels.send(shop, order);
  }

  private async pay(shop: PastShop, by: Doer, order: Order, sale: PastSale): Promise<boolean> {
    if (isAtProvider(sale.pays)) return this.provider.pay(shop, order, sale.pays);
    await this.money.pay(shop, by, order, sale);
    return true;
  }
}

function mainlanders(seed: string): BuyerPersona[] {
  const random = seededRandom(`${seed}/past buyers`);
  return buyerPersonas()
    .filter(({ address }) => zoneOf(address) !== 'island')
    .map((persona) => ({ at: random.next(), persona }))
    .sort((one, other) => one.at - other.at)
    .map(({ persona }) => persona);
}
