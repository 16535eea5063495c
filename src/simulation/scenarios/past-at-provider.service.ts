import { Injectable, Logger } from '@nestjs/common';
import type { Order } from '../../market/orders/order.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { Orders } from '../../market/orders/orders.service.js';
import { RefundsDesk } from '../../market/payments/refunds-desk.service.js';
import { Paying } from '../shoppers/paying.service.js';
import type { PastRefund, ProviderWay } from './history.js';
import { drawn } from './past-drawing.js';
import type { PastShop } from './past-shop.js';

const BAHT = 100;
const WHY_BACK = 'ของเสียหายระหว่างส่ง ร้านคืนเงินส่วนที่เสียหาย';

/** What of a shop's past went through the provider. */
@Injectable()
export class PastAtProvider {
  private readonly logger = new Logger(PastAtProvider.name);

  constructor(
    private readonly paying: Paying,
    private readonly orders: Orders,
    private readonly reader: OrderReader,
    private readonly refunds: RefundsDesk,
  ) {}

  /** Whether the market has heard of the money: a provider that is not ours may not play along, and the past goes on without it. */
  async pay({ seller, market }: PastShop, { id, groupId }: Order, method: ProviderWay): Promise<boolean> {
    try {
      await this.paying.payFor(seller.sandboxId, groupId, method);
    } catch (problem) {
      this.logger.warn(`A sale of the past could not be paid in ${groupId}: ${problem}`);
    }
    return (await this.reader.get(market, id)).paymentStatus === 'captured';
  }

  /** A part of a sale goes back, in whole baht, through whoever took the money. One that nobody could pay for has nothing to give back. */
  async giveBack({ seller, sandbox, sold }: PastShop, at: number, { of, percent }: PastRefund): Promise<void> {
    const order = sold.get(of - 1);
    if (!order) return;
    const baht = Math.floor((order.totalSatang * drawn(sandbox.seed, at, percent)) / (100 * BAHT));
    const input = { orderId: order.id, amountSatang: Math.max(1, baht) * BAHT, reason: WHY_BACK };
    await this.orders.giveBack(seller, input);
    await this.refunds.sendRefunds(seller.sandboxId);
  }
}
