import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { notFound } from '../../shared/refusal.js';
import { type Order, type OrderGroup, type OrderLine, tidyOrder } from './order.js';

/** Reads orders. Whoever neither sells nor buys in an order does not find it. */
@Injectable()
export class OrderReader {
  constructor(private readonly db: Database) {}

  async find(market: string, id: string): Promise<Order | null> {
    const [row] = await this.db.sql<Order>`SELECT * FROM "market_order" WHERE "id" = ${id} AND "market" = ${market}`;
    return row ? tidyOrder(row) : null;
  }

  async get(market: string, id: string): Promise<Order> {
    const order = await this.find(market, id);
    if (!order) throw notFound('orders.not_found');
    return order;
  }

  async ofSeller(market: string, party: string, id: string): Promise<Order> {
    const order = await this.get(market, id);
    if (order.sellerParty !== party) throw notFound('orders.not_found');
    return order;
  }

  async ofBuyer(market: string, party: string, id: string): Promise<Order> {
    const order = await this.get(market, id);
    if (order.buyerParty !== party) throw notFound('orders.not_found');
    return order;
  }

  /** The seller's queue, newest first. */
  async queue(market: string, party: string): Promise<Order[]> {
    const rows = await this.db.sql<Order>`SELECT * FROM "market_order"
      WHERE "market" = ${market} AND "sellerParty" = ${party} ORDER BY "placedAt" DESC, "number" DESC LIMIT 500`;
    return rows.map(tidyOrder);
  }

  async purchases(market: string, party: string): Promise<Order[]> {
    const rows = await this.db.sql<Order>`SELECT * FROM "market_order"
      WHERE "market" = ${market} AND "buyerParty" = ${party} ORDER BY "placedAt" DESC, "number" DESC LIMIT 100`;
    return rows.map(tidyOrder);
  }

  async inGroup(market: string, groupId: string): Promise<Order[]> {
    const rows = await this.db.sql<Order>`SELECT * FROM "market_order"
      WHERE "market" = ${market} AND "groupId" = ${groupId} ORDER BY "number"`;
    return rows.map(tidyOrder);
  }

  async lines(orderIds: readonly string[]): Promise<OrderLine[]> {
    const rows = await this.db.sql<OrderLine>`SELECT * FROM "order_line" WHERE "orderId" IN ${list(orderIds)}
      ORDER BY "orderId", "position"`;
    return rows.map((row) => ({ ...row, unitSatang: Number(row.unitSatang) }));
  }

  async group(market: string, id: string): Promise<OrderGroup> {
    const [row] = await this.db
      .sql<OrderGroup>`SELECT * FROM "order_group" WHERE "id" = ${id} AND "market" = ${market}`;
    if (!row) throw notFound('orders.not_found');
    return { ...row, totalSatang: Number(row.totalSatang) };
  }

  async groupOfBuyer(market: string, party: string, id: string): Promise<OrderGroup> {
    const group = await this.group(market, id);
    if (group.buyerParty !== party) throw notFound('orders.not_found');
    return group;
  }
}
