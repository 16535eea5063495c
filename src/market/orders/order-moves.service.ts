import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { SqlName } from '../../platform/database/sql.js';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import type { Order, OrderShipment } from './order.js';
import { type OrderMove, orderAfter } from './order-status.js';
import type { OrderPayment } from './seller-label.js';

/** The only writer of an order's statuses. Of two racing acts only the one that still finds the old status moves it. */
@Injectable()
export class OrderMoves {
  constructor(private readonly db: Database) {}

  /** Moves the order and writes the moment beside it. Refuses a move that its status does not allow. */
  async order(act: Act, order: Order, move: OrderMove, moment?: string): Promise<void> {
    const to = orderAfter(order.orderStatus, move);
    if (!to) throw conflict(`orders.not_now_${order.orderStatus}`);
    await this.swap(order, 'orderStatus', order.orderStatus, to);
    if (moment) await this.stamp(act, order.id, moment);
  }

  async payment(act: Act, order: Order, to: OrderPayment): Promise<void> {
    await this.swap(order, 'paymentStatus', order.paymentStatus, to);
    if (to === 'captured' && !order.paidAt) await this.stamp(act, order.id, 'paidAt');
  }

  /** `to` comes from the shipment's own table of moves. */
  async shipment(order: Order, to: OrderShipment): Promise<void> {
    await this.swap(order, 'shipmentStatus', order.shipmentStatus, to);
  }

  async stamp(act: Act, orderId: string, moment: string): Promise<void> {
    await this.db.sql`UPDATE "market_order" SET ${new SqlName(moment)} = ${act.now} WHERE "id" = ${orderId}`;
  }

  /** What had seemed to happen then did not. */
  async unstamp(orderId: string, moment: string): Promise<void> {
    await this.db.sql`UPDATE "market_order" SET ${new SqlName(moment)} = ${null} WHERE "id" = ${orderId}`;
  }

  private async swap(order: Order, column: string, from: string, to: string): Promise<void> {
    const name = new SqlName(column);
    const moved = await this.db.sql`UPDATE "market_order" SET ${name} = ${to}
      WHERE "id" = ${order.id} AND ${name} = ${from} RETURNING "id"`;
    if (moved.length !== 1) throw conflict('orders.changed_meanwhile');
  }
}
