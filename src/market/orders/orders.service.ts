import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { HOUR } from '../../shared/clock.js';
import { baht } from '../../shared/money.js';
import { conflict, invalid, notFound } from '../../shared/refusal.js';
import { Stock } from '../catalogue/stock.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import { Payments } from '../payments/payments.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import type { Order } from './order.js';
import { OrderMoves } from './order-moves.service.js';
import { OrderReader } from './order-reader.service.js';
import { isGoodToShip } from './seller-label.js';

/** What seller, buyer and clock do with an order. */
@Injectable()
export class Orders {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly reader: OrderReader,
    private readonly moves: OrderMoves,
    private readonly stock: Stock,
    private readonly payments: Payments,
    private readonly conversations: Conversations,
  ) {}

  accept = this.acts.verb('order.accept', async (act, input: { orderId: string }) => {
    const order = await this.paidOfSeller(act, input.orderId);
    await this.moves.order(act, order, 'accept', 'acceptedAt');
    act.record('order.accepted', order.id, { number: order.number });
    await this.tellBuyer(act, order, 'messages.order_accepted');
  });

  /** The seller's no, with a reason that the buyer reads; what was paid goes back. */
  refuse = this.acts.verb('order.refuse', async (act, input: { orderId: string; reason: string }) => {
    const order = await this.paidOfSeller(act, input.orderId);
    await this.cancelOne(act, order, input.reason);
  });

  pack = this.acts.verb('order.pack', async (act, input: { orderId: string }) => {
    const order = await this.paidOfSeller(act, input.orderId);
    await this.moves.order(act, order, 'pack', 'packedAt');
    act.record('order.packed', order.id, { number: order.number });
  });

  /** The buyer's own no: the whole purchase while nothing is paid, her paid order until the shop has accepted it. */
  cancel = this.acts.verb('order.cancel', async (act, input: { orderId: string; reason: string }) => {
    const order = await this.reader.ofBuyer(act.market, act.party, input.orderId);
    if (order.orderStatus !== 'placed') throw conflict(`orders.not_now_${order.orderStatus}`);
    if (isGoodToShip(order.paymentStatus)) return this.cancelOne(act, order, input.reason);
    return this.closeGroup(act, order.groupId, input.reason);
  });

  /** The time to pay is over. Paid meanwhile, nothing happens. */
  expire = this.acts.verb('checkout.expire', async (act, input: { groupId: string }) => {
    const { payBy } = await this.reader.group(act.market, input.groupId);
    if (Date.parse(payBy) <= act.now.getTime()) await this.closeGroup(act, input.groupId, 'not_paid');
  });

  /** Money may be on its way: the goods are kept for so many hours from now, as part of the caller's act. */
  async keepFor(act: Act, groupId: string, hours: number): Promise<void> {
    const payBy = new Date(act.now.getTime() + hours * HOUR);
    await this.db.sql`UPDATE "order_group" SET "payBy" = ${payBy} WHERE "id" = ${groupId} AND "market" = ${act.market}`;
    await this.db
      .sql`UPDATE "market_order" SET "payBy" = ${payBy} WHERE "groupId" = ${groupId} AND "market" = ${act.market}`;
    await act.later(payBy, 'checkout.expire', { groupId });
  }

  /** The buyer has it: by the clock some days after the delivery, or when she says so. */
  complete = this.acts.verb('order.complete', async (act, input: { orderId: string }) => {
    const order = await this.reader.get(act.market, input.orderId);
    if (act.party.startsWith('seller')) throw notFound('orders.not_found');
    if (act.party.startsWith('buyer') && order.buyerParty !== act.party) throw notFound('orders.not_found');
    if (order.orderStatus === 'completed') return;
    if (order.shipmentStatus !== 'delivered') throw conflict('orders.not_delivered');
    await this.moves.order(act, order, 'complete', 'completedAt');
    act.record('order.completed', order.id, { number: order.number });
  });

  /** The seller gives an order back, or a part of it, through whoever took the money; by hand where nobody did. */
  giveBack = this.acts.verb(
    'order.refund',
    async (act, input: { orderId: string; amountSatang: number; reason: string }) => {
      const order = await this.reader.ofSeller(act.market, act.party, input.orderId);
      const { id: objectId, groupId: reference, number } = order;
      if (!['captured', 'partially_refunded'].includes(order.paymentStatus)) throw conflict('payments.nothing_paid');
      const { satang, times } = await this.payments.backOrWanted(act.market, objectId);
      const { amountSatang, reason } = input;
      if (amountSatang < 1 || amountSatang > order.totalSatang - satang)
        throw invalid([
          { field: 'amount', key: 'money.refund_too_much', params: { most: baht(order.totalSatang - satang) } },
        ]);
      await this.payments.refund(act, {
        reference,
        objectId,
        amountSatang,
        reason: 'seller_gave_back',
        part: times + 1,
      });
      act.record('order.refund_asked', objectId, { number, amountSatang, reason });
    },
  );

  /** A parcel that was refused at the door is in the shop again: the goods lie on the shelf and nobody pays. As part of the carrier's act. */
  async comeBack(act: Act, order: Order): Promise<void> {
    await this.stock.comeBack(act, await this.linesOf(order));
    await this.moves.order(act, order, 'come_back', 'cancelledAt');
    await this.db.sql`UPDATE "market_order" SET "cancelReason" = 'refused_at_door' WHERE "id" = ${order.id}`;
    act.record('order.cancelled', order.id, { number: order.number, reason: 'refused_at_door' });
    await this.expectNothing(act, order);
    const { sellerParty: to, number, id: objectId } = order;
    await this.conversations.notify(act, { to, key: 'messages.parcel_back', params: { number }, objectId });
  }

  message = this.acts.verb('message.send', async (act, input: { orderId: string; body: string }) => {
    const order = await this.reader.get(act.market, input.orderId);
    const to = { [order.sellerParty]: order.buyerParty, [order.buyerParty]: order.sellerParty }[act.party];
    if (!to) throw notFound('orders.not_found');
    return this.conversations.say(act, { orderId: order.id, to, body: input.body });
  });

  private async closeGroup(act: Act, groupId: string, reason: string): Promise<void> {
    if (!(await this.payments.close(act, groupId))) return;
    for (const order of await this.reader.inGroup(act.market, groupId)) {
      await this.stock.release(act, await this.linesOf(order));
      await this.moves.payment(act, order, 'expired');
      await this.end(act, order, reason);
    }
  }

  private async cancelOne(act: Act, order: Order, reason: string): Promise<void> {
    await this.stock.giveBack(act, await this.linesOf(order));
    await this.end(act, order, reason);
    if (order.paymentStatus === 'on_delivery') return this.expectNothing(act, order);
    const { groupId: reference, id: objectId, totalSatang: amountSatang } = order;
    await this.payments.refund(act, { reference, objectId, amountSatang, reason: 'order_cancelled' });
  }

  /** The courier will not bring money for it. */
  private async expectNothing(act: Act, order: Order): Promise<void> {
    await this.payments.close(act, order.groupId, 'promised');
    await this.moves.payment(act, order, 'expired');
  }

  private async end(act: Act, order: Order, reason: string): Promise<void> {
    await this.moves.order(act, order, 'cancel', 'cancelledAt');
    await this.db.sql`UPDATE "market_order" SET "cancelReason" = ${reason} WHERE "id" = ${order.id}`;
    act.record('order.cancelled', order.id, { number: order.number, reason });
    await this.tellBuyer(act, order, 'messages.order_cancelled');
  }

  private tellBuyer(act: Act, order: Order, key: string): Promise<void> {
    const { buyerParty: to, number, id: objectId } = order;
    return this.conversations.notify(act, { to, key, params: { number }, objectId });
  }

  private async paidOfSeller(act: Act, orderId: string): Promise<Order> {
    const order = await this.reader.ofSeller(act.market, act.party, orderId);
    if (!isGoodToShip(order.paymentStatus)) throw conflict('orders.not_paid_yet');
    return order;
  }

  private async linesOf(order: Order) {
    return (await this.reader.lines([order.id])).map(({ variantId, quantity }) => ({ variantId, quantity }));
  }
}
