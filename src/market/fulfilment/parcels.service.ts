import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { HOUR } from '../../shared/clock.js';
import { sha256Hex } from '../../shared/hash.js';
import { conflict } from '../../shared/refusal.js';
import { Stock } from '../catalogue/stock.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Order } from '../orders/order.js';
import { OrderMoves } from '../orders/order-moves.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import {
  type Label,
  type PackingDocument,
  type Shipment,
  type ShipmentRow,
  shipmentFrom,
  type TrackingEvent,
} from './shipment.js';
import { shipmentAfter } from './shipment-status.js';
import { trackingNumber } from './tracking-number.js';

const SORTED_AFTER = 4 * HOUR;

/** The parcel in the seller's hands: document, label, the carrier's counter, the number for the buyer. */
@Injectable()
export class Parcels {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly orders: OrderReader,
    private readonly moves: OrderMoves,
    private readonly stock: Stock,
    private readonly conversations: Conversations,
  ) {}

  saveDocument = this.acts.verb(
    'document.create',
    async (act, input: { orderId: string; document: PackingDocument }) => {
      const { order, shipment } = await this.inShop(act, input.orderId);
      await this.db
        .sql`UPDATE "shipment" SET "document" = ${canonicalJson(input.document)} WHERE "id" = ${shipment.id}`;
      act.record('packing_document.created', order.id, { ...input.document });
    },
  );

  saveLabel = this.acts.verb('label.create', async (act, input: { orderId: string; label: Label }) => {
    const { order, shipment } = await this.inShop(act, input.orderId);
    const to = shipmentAfter(order.shipmentStatus, 'label');
    if (!to) throw conflict('parcels.already_gone');
    await this.db.sql`UPDATE "shipment" SET "label" = ${canonicalJson(input.label)} WHERE "id" = ${shipment.id}`;
    await this.moves.shipment(order, to);
    act.record('label.created', order.id, { ...input.label });
  });

  /** At the carrier's counter: the parcel leaves the shop and gets its number, which stands on the slip. */
  handOver = this.acts.verb('parcel.hand_over', async (act, input: { orderId: string }): Promise<string> => {
    const { order, shipment } = await this.inShop(act, input.orderId);
    if (!shipment.label) throw conflict('parcels.label_needed');
    const to = shipmentAfter(order.shipmentStatus, 'drop_off');
    if (!to) throw conflict('parcels.already_gone');
    const issued = await this.issue(act, order);
    await this.db
      .sql`UPDATE "shipment" SET "issuedTracking" = ${issued}, "carrier" = ${order.shippingName}, "handedOverAt" = ${act.now}
      WHERE "id" = ${shipment.id}`;
    await this.moves.shipment(order, to);
    await this.moves.order(act, order, 'hand_over', 'handedOverAt');
    const lines = await this.orders.lines([order.id]);
    await this.stock.ship(
      act,
      lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    );
    await this.trace(act, order.id, to);
    act.record('parcel.handed_over', order.id, { number: order.number, issued, carrier: order.shippingName });
    await act.later(new Date(act.now.getTime() + SORTED_AFTER), 'carrier.scan', { orderId: order.id });
    return issued;
  });

  /** The number as the seller types it from the slip. */
  enterTracking = this.acts.verb(
    'parcel.tracking.enter',
    async (act, input: { orderId: string; trackingNumber: string }) => {
      const order = await this.orders.ofSeller(act.market, act.party, input.orderId);
      const shipment = await this.find(order.id);
      if (!shipment?.handedOverAt) throw conflict('parcels.not_gone_yet');
      await this.db
        .sql`UPDATE "shipment" SET "enteredTracking" = ${input.trackingNumber}, "trackingSource" = 'slip' WHERE "id" = ${shipment.id}`;
      act.record('shipment.tracking_entered', order.id, { number: order.number, trackingNumber: input.trackingNumber });
      await this.conversations.notify(act, {
        to: order.buyerParty,
        key: 'messages.tracking_known',
        params: { number: order.number },
        objectId: order.id,
      });
    },
  );

  async find(orderId: string): Promise<Shipment | null> {
    const [row] = await this.db.sql<ShipmentRow>`SELECT * FROM "shipment" WHERE "orderId" = ${orderId}`;
    return row ? shipmentFrom(row) : null;
  }

  events(orderId: string): Promise<TrackingEvent[]> {
    return this.db
      .sql<TrackingEvent>`SELECT "id", "status", "at" FROM "tracking_event" WHERE "orderId" = ${orderId} ORDER BY "at", "id"`;
  }

  /** Keeps that a parcel will be refused, the first time it is said. */
  async markRefused(act: Act, orderId: string): Promise<boolean> {
    const marked = await this.db.sql`UPDATE "shipment" SET "refusedAt" = ${act.now}
      WHERE "orderId" = ${orderId} AND "market" = ${act.market} AND "refusedAt" IS NULL RETURNING "id"`;
    return marked.length === 1;
  }

  /** Keeps what the carrier saw of a parcel. */
  async trace(act: Act, orderId: string, status: string): Promise<void> {
    await this.db.sql`INSERT INTO "tracking_event" ("id", "market", "orderId", "status", "at")
      VALUES (${act.nextId('trk')}, ${act.market}, ${orderId}, ${status}, ${act.now})`;
  }

  /** An accepted order of this seller that has not left, and its parcel; begun when there is none. */
  private async inShop(act: Act, orderId: string): Promise<{ order: Order; shipment: Shipment }> {
    const order = await this.orders.ofSeller(act.market, act.party, orderId);
    if (order.orderStatus !== 'confirmed' && order.orderStatus !== 'packed')
      throw conflict(`orders.not_now_${order.orderStatus}`);
    const known = await this.find(order.id);
    if (known) return { order, shipment: known };
    await this.db
      .sql`INSERT INTO "shipment" ("id", "market", "orderId") VALUES (${act.nextId('shm')}, ${act.market}, ${order.id})`;
    const shipment = await this.find(order.id);
    if (!shipment) throw conflict('orders.changed_meanwhile');
    return { order, shipment };
  }

  /** From the market's seed and the order's number, so that a replay gives the same; taken numbers are stepped over. */
  private async issue(act: Act, order: Order): Promise<string> {
    const start = Number.parseInt(sha256Hex(`${act.seed}:${order.number}`).slice(0, 8), 16);
    for (let step = 0; ; step += 1) {
      const number = trackingNumber(start + step);
      const taken = await this.db
        .sql`SELECT "id" FROM "shipment" WHERE "market" = ${act.market} AND "issuedTracking" = ${number}`;
      if (taken.length === 0) return number;
    }
  }
}
