import { Injectable } from '@nestjs/common';
import { Parcels } from '../../market/fulfilment/parcels.service.js';
import type { Label, PackingDocument } from '../../market/fulfilment/shipment.js';
import type { Order, OrderGroup, OrderLine } from '../../market/orders/order.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { Orders } from '../../market/orders/orders.service.js';
import { sellerLabel } from '../../market/orders/seller-label.js';
import { sayMoment } from '../../platform/web/view-helpers.js';
import { MarketClock } from '../../simulation/clock/market-clock.service.js';
import type { DemoPlay } from './demo-play.js';

const MOST_MORNINGS = 4;

/** Orders and parcels of somebody who plays by herself, by the verbs behind a seller's pages. */
@Injectable()
export class DemoSale {
  constructor(
    private readonly clock: MarketClock,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
    private readonly parcels: Parcels,
  ) {}

  /** Lets mornings come until somebody has ordered and paid. */
  async waitForOrders(play: DemoPlay): Promise<Order[]> {
    for (let morning = 1; morning <= MOST_MORNINGS; morning += 1) {
      await this.clock.nextMorning(play.sandbox.id);
      const waiting = await this.toShip(play);
      if (waiting.length > 0) return waiting;
    }
    throw new Error(`Nobody ordered in ${MOST_MORNINGS} days.`);
  }

  /** From the seller's yes to the number in the buyer's hands. */
  async send(play: DemoPlay, order: Order): Promise<void> {
    await this.prepare(play, order);
    const { by } = play;
    const orderId = order.id;
    await this.orders.pack(by, { orderId });
    const trackingNumber = await this.parcels.handOver(by, { orderId });
    await this.parcels.enterTracking(by, { orderId, trackingNumber });
    await this.orders.message(by, { orderId, body: `ส่งของแล้วค่ะ เลขพัสดุ ${trackingNumber}` });
  }

  /** Her yes and the two papers. */
  async prepare({ by, market, casting, slip }: DemoPlay, order: Order): Promise<void> {
    const orderId = order.id;
    const [group, lines] = await Promise.all([this.reader.group(market, order.groupId), this.reader.lines([orderId])]);
    await this.orders.accept(by, { orderId });
    const document = documentFor(order, group, lines, casting.persona.name.th);
    await this.parcels.saveDocument(by, { orderId, document: slip.document?.(document) ?? document });
    const label = labelFor(group);
    await this.parcels.saveLabel(by, { orderId, label: slip.label?.(label) ?? label });
  }

  private async toShip({ market, by }: DemoPlay): Promise<Order[]> {
    return (await this.reader.queue(market, by.party)).filter((order) => sellerLabel(order) === 'to_ship');
  }
}

const documentFor = (order: Order, group: OrderGroup, lines: OrderLine[], seller: string): PackingDocument => ({
  language: 'th',
  seller,
  buyer: group.buyerName,
  date: sayMoment('th', 'day', order.placedAt),
  items: lines.map(({ sku, title, quantity }) => ({ sku, title, quantity })),
  totalSatang: order.totalSatang,
  placement: 'inside',
});

const labelFor = ({ buyerName, buyerPhone, addressLine, ...place }: OrderGroup): Label => ({
  name: buyerName,
  phone: buyerPhone,
  line: addressLine,
  subDistrict: place.subDistrict,
  district: place.district,
  province: place.province,
  postcode: place.postcode,
});
