import { Injectable } from '@nestjs/common';
import { Parcels } from '../../market/fulfilment/parcels.service.js';
import type { Order } from '../../market/orders/order.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { Orders } from '../../market/orders/orders.service.js';
import type { PastShop } from './past-shop.js';

/** How the parcels of a shop's past left it: at once, and with everything on them. */
@Injectable()
export class PastParcels {
  constructor(
    private readonly orders: Orders,
    private readonly reader: OrderReader,
    private readonly parcels: Parcels,
  ) {}

  async send({ seller, market }: PastShop, { id: orderId, groupId }: Order): Promise<void> {
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
