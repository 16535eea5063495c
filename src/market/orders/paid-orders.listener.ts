import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal } from '../../shared/refusal.js';
import { Stock, type StockLine } from '../catalogue/stock.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import { PaymentAnnouncements, type PaymentNews } from '../payments/payment-announcements.js';
import type { Act } from '../sandboxes/act.js';
import type { Order } from './order.js';
import { OrderMoves } from './order-moves.service.js';
import { OrderReader } from './order-reader.service.js';

/** What a seller reads of a buyer's complaint to his bank. */
const DISPUTES: Partial<Record<PaymentNews['kind'], string>> = {
  disputed: 'messages.order_disputed',
  dispute_won: 'messages.dispute_won',
  dispute_lost: 'messages.dispute_lost',
};

/** What money does to the orders of its group, in the payment's own transaction. */
@Injectable()
export class PaidOrders implements OnModuleInit {
  constructor(
    private readonly announcements: PaymentAnnouncements,
    private readonly orders: OrderReader,
    private readonly moves: OrderMoves,
    private readonly stock: Stock,
    private readonly conversations: Conversations,
  ) {}

  onModuleInit(): void {
    this.announcements.listen((act, news) => this.hear(act, news));
  }

  private async hear(act: Act, news: PaymentNews): Promise<boolean> {
    const orders = await this.orders.inGroup(act.market, news.reference);
    if (orders.length === 0) return false;
    if (news.kind === 'promised') for (const order of orders) await this.promise(act, order);
    if (news.kind === 'captured') for (const order of orders) await this.pay(act, order);
    if (news.kind === 'late') return this.payLate(act, orders);
    if (news.kind === 'unpaid') for (const order of orders) await this.unpay(act, order);
    if (news.kind === 'refunded') await this.refunded(act, orders, news);
    if (news.kind === 'handed_back' && news.method === 'cod') await this.handedBack(act, orders, news);
    const told = DISPUTES[news.kind];
    if (told) for (const order of orders) await this.tellSeller(act, order, told);
    if (news.kind === 'refund_failed') await this.refundFailed(act, orders, news);
    return true;
  }

  /** What is paid at the door was sold when that was agreed. */
  private async pay(act: Act, order: Order): Promise<void> {
    await this.moves.payment(act, order, 'captured');
    if (order.paymentStatus !== 'on_delivery') await this.stock.sell(act, await this.linesOf([order]));
    act.record('order.paid', order.id, { number: order.number, totalSatang: order.totalSatang });
    await this.tellSeller(act, order, 'messages.order_paid');
  }

  /** The courier will bring the money: the order goes on as if it were here. */
  private async promise(act: Act, order: Order): Promise<void> {
    await this.moves.payment(act, order, 'on_delivery');
    await this.stock.sell(act, await this.linesOf([order]));
    act.record('order.promised', order.id, { number: order.number, totalSatang: order.totalSatang });
    await this.tellSeller(act, order, 'messages.order_promised');
  }

  /** Its money was another's: it waits for its own, and what was done because it was paid is to be done again. */
  private async unpay(act: Act, order: Order): Promise<void> {
    await this.moves.order(act, order, 'unpay');
    await this.moves.payment(act, order, 'pending');
    for (const moment of ['paidAt', 'acceptedAt', 'packedAt']) await this.moves.unstamp(order.id, moment);
    await this.stock.unsell(act, await this.linesOf([order]));
    act.record('order.unpaid', order.id, { number: order.number });
  }

  private tellSeller(act: Act, { sellerParty: to, number, id: objectId }: Order, key: string): Promise<void> {
    return this.conversations.notify(act, { to, key, params: { number }, objectId });
  }

  /** The time to pay was over, but if the goods are still there the buyer gets them; a seller's or buyer's own no stays a no. */
  private async payLate(act: Act, orders: Order[]): Promise<boolean> {
    const isTimeout = orders.every((order) => order.orderStatus === 'cancelled' && order.cancelReason === 'not_paid');
    if (!isTimeout || !(await this.reserveAgain(act, await this.linesOf(orders)))) return false;
    for (const order of orders) {
      await this.moves.order(act, order, 'reopen');
      act.record('order.reopened', order.id, { number: order.number });
      await this.pay(act, order);
    }
    return true;
  }

  private async reserveAgain(act: Act, lines: StockLine[]): Promise<boolean> {
    const taken: StockLine[] = [];
    try {
      for (const line of lines) {
        await this.stock.reserve(act, [line]);
        taken.push(line);
      }
      return true;
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      await this.stock.release(act, taken);
      return false;
    }
  }

  /** What was collected at the door is exactly the price, so that a transfer back is always a part of it. The shop has told the buyer. */
  private async handedBack(act: Act, orders: Order[], news: PaymentNews): Promise<Order | null> {
    const order = orders.find((one) => one.id === news.objectId);
    if (!order) return null;
    await this.moves.payment(act, order, news.backSatang >= order.totalSatang ? 'refunded' : 'partially_refunded');
    act.record('order.refunded', order.id, { number: order.number, amountSatang: news.amountSatang });
    return order;
  }

  private async refunded(act: Act, orders: Order[], news: PaymentNews): Promise<void> {
    const order = await this.handedBack(act, orders, news);
    if (!order) return;
    await this.conversations.notify(act, {
      to: order.buyerParty,
      key: 'messages.order_refunded',
      params: { number: order.number },
      objectId: order.id,
    });
  }

  /** What seemed to be back is not: the order is as good as paid again, and its seller knows that the buyer still waits. */
  private async refundFailed(act: Act, orders: Order[], news: PaymentNews): Promise<void> {
    const order = orders.find((one) => one.id === news.objectId);
    if (!order) return;
    if (news.isTaken) await this.moves.payment(act, order, news.backSatang > 0 ? 'partially_refunded' : 'captured');
    await this.tellSeller(act, order, 'messages.refund_failed');
  }

  private async linesOf(orders: Order[]): Promise<StockLine[]> {
    const lines = await this.orders.lines(orders.map((order) => order.id));
    return lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  }
}
