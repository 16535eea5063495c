import { Injectable } from '@nestjs/common';
import { zoneOf } from '../../market/addresses/delivery-zone.js';
import { accountNumber } from '../../market/bank/account-number.js';
import { Bank } from '../../market/bank/bank.service.js';
import { ReceivingAccounts } from '../../market/bank/receiving-accounts.service.js';
import type { AccountHolder } from '../../market/bank/transfer.js';
import { Parcels } from '../../market/fulfilment/parcels.service.js';
import { Checkout } from '../../market/orders/checkout.service.js';
import type { Order } from '../../market/orders/order.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { Orders } from '../../market/orders/orders.service.js';
import { Payments } from '../../market/payments/payments.service.js';
import { type BuyerPersona, buyerPersonas } from '../../market/personas/personas.js';
import { BuyersTransfers } from '../../market/receiving/buyers-transfers.service.js';
import { Matching } from '../../market/receiving/matching.service.js';
import { Shelves } from '../../market/receiving/shelves.service.js';
import type { Act } from '../../market/sandboxes/act.js';
import { Acts, type Doer } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { seededRandom } from '../../shared/seeded-random.js';
import { MarketClock } from '../clock/market-clock.service.js';
import type { History, PastSale, PastStray } from './history.js';
import { injectAt } from './timeline.js';

/** A shop in whose past something happens. */
interface Shop {
  seller: Doer;
  market: string;
  shopId: string;
  account: AccountHolder;
  /** Who bought there, each once: none lives on an island, so that a week of travel is known. */
  buyers: BuyerPersona[];
}

/** Lets a shop's past happen by the verbs of buyers, seller and carrier, each thing at its own market time. */
@Injectable()
export class Histories {
  constructor(
    private readonly acts: Acts,
    private readonly sandboxes: Sandboxes,
    private readonly clock: MarketClock,
    private readonly shelves: Shelves,
    private readonly checkout: Checkout,
    private readonly payments: Payments,
    private readonly transfers: BuyersTransfers,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
    private readonly matching: Matching,
    private readonly orders: Orders,
    private readonly reader: OrderReader,
    private readonly parcels: Parcels,
  ) {}

  /** Money comes from a stranger. Only her bank knows that it is for nothing. */
  private readonly stray = this.acts.verb(
    'stray.transfer',
    async (act: Act, { to, name, amountSatang }: { to: AccountHolder; name: string; amountSatang: number }) => {
      const from = { account: accountNumber(`stray/${act.party}`), name };
      await this.bank.send(act, { from, to, amountSatang, purpose: 'other', objectId: null });
    },
  );

  /** From the market's first moment to when the learner comes; her shop is open and has an account. */
  async live(seller: Doer, shopId: string, { past, begins }: History): Promise<void> {
    const { generation, seed, openedClock } = await this.sandboxes.get(seller.sandboxId);
    const market = generationId(seller.sandboxId, generation);
    const account = await this.accounts.of(market, shopId);
    if (!account) throw new Error(`The shop ${shopId} has a past and no account.`);
    const shop = {
      seller,
      market,
      shopId,
      account: { account: account.number, name: account.holder },
      buyers: mainlanders(seed),
    };
    for (const [at, event] of past.entries()) {
      await this.clock.advanceTo(seller.sandboxId, injectAt(event, openedClock));
      if (event.pays === 'stray') await this.strayCame(shop, at, event);
      else await this.sell(shop, at, event);
    }
    await this.clock.advanceTo(seller.sandboxId, injectAt(begins, openedClock));
  }

  private strayCame({ seller, account, buyers }: Shop, at: number, { amountSatang }: PastStray): Promise<void> {
    const name = buyers[at]?.name.th ?? '';
    return this.stray({ sandboxId: seller.sandboxId, party: `shopper:${at + 1}` }, { to: account, name, amountSatang });
  }

  private async sell(shop: Shop, at: number, { pays, pieces }: PastSale): Promise<void> {
    const { seller, market, shopId, buyers } = shop;
    const by = { sandboxId: seller.sandboxId, party: `shopper:${at + 1}` };
    const goods = (await this.shelves.of(market, shopId)).find(({ available }) => available >= pieces);
    const persona = buyers[at];
    if (!goods || !persona) throw new Error(`Nobody can buy ${pieces} pieces at ${shopId}.`);
    const { line: addressLine, ...chain } = persona.address;
    const groupId = await this.checkout.place(by, {
      onceKey: `past:${at}`,
      buyer: { name: persona.name.th, phone: persona.phone, addressLine, ...chain },
      lines: [{ variantId: goods.variantId, quantity: pieces }],
      delivery: {},
    });
    await this.payments.start(by, { reference: groupId, method: pays, testCard: null, returnUrl: null });
    const [order] = await this.reader.inGroup(market, groupId);
    if (!order) throw new Error(`Nothing was ordered in ${groupId}.`);
    if (pays === 'bank_transfer') await this.takeTransfer(shop, by, order);
    await this.send(seller, market, order);
  }

  private async takeTransfer({ seller, account }: Shop, by: Doer, { id: orderId, groupId }: Order): Promise<void> {
    const transferId = await this.transfers.pay(by, { groupId, how: 'exact', satang: null });
    await this.bank.view(seller, { account: account.account });
    await this.matching.match(seller, { transferId, orderId });
  }

  private async send(seller: Doer, market: string, { id: orderId, groupId }: Order): Promise<void> {
    const { buyerName: name, buyerPhone: phone, addressLine: line, ...at } = await this.reader.group(market, groupId);
    const { subDistrict, district, province, postcode } = at;
    await this.orders.accept(seller, { orderId });
    await this.parcels.saveLabel(seller, {
      orderId,
      label: { name, phone, line, subDistrict, district, province, postcode },
    });
    await this.orders.pack(seller, { orderId });
    const trackingNumber = await this.parcels.handOver(seller, { orderId });
    await this.parcels.enterTracking(seller, { orderId, trackingNumber });
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
