import { Injectable } from '@nestjs/common';
import { Checkout } from '../../market/orders/checkout.service.js';
import type { Order } from '../../market/orders/order.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { Shelves } from '../../market/receiving/shelves.service.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';
import type { PastSale } from './history.js';
import type { PastShop } from './past-shop.js';

/** What somebody ordered in a shop's past. */
@Injectable()
export class PastPurchases {
  constructor(
    private readonly shelves: Shelves,
    private readonly checkout: Checkout,
    private readonly reader: OrderReader,
  ) {}

  /** `at`: its place in the past, which is also the place of its buyer. Throws where the shelf does not hold what the history sells. */
  async order({ market, shopId, buyers }: PastShop, by: Doer, at: number, { pieces }: PastSale): Promise<Order> {
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
    const [order] = await this.reader.inGroup(market, groupId);
    if (!order) throw new Error(`Nothing was ordered in ${groupId}.`);
    return order;
  }
}
