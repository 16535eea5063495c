import { Injectable } from '@nestjs/common';
import { type ShipmentRow, shipmentFrom } from '../../market/fulfilment/shipment.js';
import { type Order, type OrderGroup, type OrderLine, tidyOrder } from '../../market/orders/order.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { KeptOrder } from './order-facts.js';

/** A market sends a learner a few orders; a snapshot stays under its size with as many as these. */
const MOST_ORDERS = 100;

/** Reads the orders at a seller's shop for a snapshot, in the order of their placing. */
@Injectable()
export class KeptOrders {
  constructor(private readonly db: Database) {}

  /** Five statements, however many orders there are. What she sold to herself is left out: it shows nothing of her selling. */
  async of(market: string, party: string): Promise<KeptOrder[]> {
    const rows = await this.db.sql<Order>`SELECT * FROM "market_order"
      WHERE "market" = ${market} AND "sellerParty" = ${party} AND "buyerParty" <> ${party.replace(/^seller:/, 'buyer:')} ORDER BY "number" LIMIT ${MOST_ORDERS}`;
    const orders = rows.map(tidyOrder);
    const ids = orders.map((order) => order.id);
    const groups = await this.groups(orders.map((order) => order.groupId));
    const lines = await this.lines(ids);
    const shipments = await this.shipments(ids);
    const captured = await this.captured(market, [...groups.keys()]);
    return orders.flatMap((order) => {
      const group = groups.get(order.groupId);
      if (!group) return [];
      const own = lines.filter((line) => line.orderId === order.id);
      const shipment = shipments.find((one) => one.orderId === order.id) ?? null;
      return [{ order, group, lines: own, shipment, capturedSatang: captured.get(group.id) ?? null }];
    });
  }

  private async groups(ids: readonly string[]): Promise<Map<string, OrderGroup>> {
    const rows = await this.db.sql<OrderGroup>`SELECT * FROM "order_group" WHERE "id" IN ${list(ids)}`;
    return new Map(rows.map((row) => [row.id, { ...row, totalSatang: Number(row.totalSatang) }]));
  }

  private async lines(orderIds: readonly string[]): Promise<OrderLine[]> {
    const rows = await this.db.sql<OrderLine>`SELECT * FROM "order_line" WHERE "orderId" IN ${list(orderIds)}
      ORDER BY "orderId", "position"`;
    return rows.map((row) => ({ ...row, unitSatang: Number(row.unitSatang) }));
  }

  private async shipments(orderIds: readonly string[]) {
    const rows = await this.db
      .sql<ShipmentRow>`SELECT "id", "orderId", "label", "document", "carrier", "issuedTracking",
      "enteredTracking", "handedOverAt" FROM "shipment" WHERE "orderId" IN ${list(orderIds)}`;
    return rows.map(shipmentFrom);
  }

  /** What each purchase's successful payment took; a refund does not change what was charged. */
  private async captured(market: string, groupIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.sql<{ reference: string; amountSatang: string | number }>`
      SELECT "reference", "amountSatang" FROM "payment" WHERE "market" = ${market} AND "reference" IN ${list(groupIds)}
      AND "status" IN ('captured', 'refunded', 'partially_refunded')`;
    return new Map(rows.map((row) => [row.reference, Number(row.amountSatang)]));
  }
}
