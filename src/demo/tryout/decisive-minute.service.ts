import { Injectable } from '@nestjs/common';
import { Listings } from '../../market/catalogue/listings.service.js';
import { Checkout } from '../../market/orders/checkout.service.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { Orders } from '../../market/orders/orders.service.js';
import { PaymentsDesk } from '../../market/payments/payments-desk.service.js';
import { buyerNamed } from '../../market/personas/personas.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { conflict } from '../../shared/refusal.js';
import { until } from '../../simulation/clock/until.js';
import { type DemoPlay, demoPlay } from '../class/demo-play.js';
import { DemoSale } from '../class/demo-sale.service.js';
import { DemoShop } from '../class/demo-shop.service.js';
import { SLIPS } from '../class/slips.js';

const BUYER = 'buyer-04';
const URGES = 'จ่ายเงินแล้วนะคะ เป็นของขวัญวันเกิดแม่ รบกวนส่งวันนี้เลยค่ะ';
const LONGEST_WAIT = 5_000;

/**
 * The market of a visitor, one step before the parcel leaves: the shop is open, the scarf is paid and packed, and the label bears the
 * postcode of the parcel before. Everything came about by the verbs of seller and buyer and by the provider's webhook.
 */
@Injectable()
export class DecisiveMinute {
  constructor(
    private readonly shop: DemoShop,
    private readonly sale: DemoSale,
    private readonly listings: Listings,
    private readonly checkout: Checkout,
    private readonly desk: PaymentsDesk,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
  ) {}

  /** Answers the id of the order that waits to be sent. */
  async prepare(sandbox: Sandbox, personId: string): Promise<string> {
    const play = demoPlay(sandbox, personId, SLIPS.wrong_postcode);
    await this.shop.name(play);
    await this.shop.open(play);
    // The cover alone: nobody looks at the others within this minute.
    const productId = await this.shop.draft(play, ['front']);
    await this.shop.putOnSale(play, productId);
    const orderId = await this.sell(play, productId);
    await this.sale.prepare(play, await this.reader.get(play.market, orderId));
    await this.orders.pack(play.by, { orderId });
    return orderId;
  }

  private async sell({ sandbox, market }: DemoPlay, productId: string): Promise<string> {
    const buyer = { sandboxId: sandbox.id, party: 'shopper:1' };
    const groupId = await this.checkout.place(buyer, await this.wish(market, productId));
    const [order] = await this.reader.inGroup(market, groupId);
    if (!order) throw new Error(`Nothing was ordered in ${market}.`);
    await this.desk.pay(sandbox.id, groupId, { method: 'card' });
    const isPaid = async () => (await this.reader.get(market, order.id)).paymentStatus === 'captured';
    if (!(await until(isPaid, LONGEST_WAIT))) throw conflict('door.not_now');
    await this.orders.message(buyer, { orderId: order.id, body: URGES });
    return order.id;
  }

  private async wish(market: string, productId: string) {
    const { name, phone, address } = buyerNamed(BUYER);
    const { line: addressLine, ...chain } = address;
    const [variantId = ''] = await this.listings.variantIds(market, productId);
    return {
      onceKey: 'the-decisive-minute',
      buyer: { name: name.th, phone, addressLine, ...chain },
      lines: [{ variantId, quantity: 1 }],
      delivery: {},
    };
  }
}
