import { Injectable } from '@nestjs/common';
import { DAY, HOUR } from '../../shared/clock.js';
import { conflict } from '../../shared/refusal.js';
import { TRAVEL_DAYS, zoneOf } from '../addresses/delivery-zone.js';
import { CodOrders } from '../cod/cod-orders.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Order } from '../orders/order.js';
import { OrderMoves } from '../orders/order-moves.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import { MoneyByHand } from '../payments/money-by-hand.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Parcels } from './parcels.service.js';
import { ShipmentAnnouncements } from './shipment-announcements.js';
import { type ShipmentMove, shipmentAfter } from './shipment-status.js';

const ROUND = 6 * HOUR;
const COMPLETE_AFTER = 3 * DAY;
const SCANS: ShipmentMove[] = ['sort', 'load', 'deliver', 'return'];

/** The practice carrier: each scan moves a parcel one step on and asks the clock for the next. */
@Injectable()
export class Carrier {
  constructor(
    private readonly acts: Acts,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
    private readonly moves: OrderMoves,
    private readonly parcels: Parcels,
    private readonly money: MoneyByHand,
    private readonly announcements: ShipmentAnnouncements,
    private readonly conversations: Conversations,
    private readonly cods: CodOrders,
  ) {}

  scan = this.acts.verb('carrier.scan', async (act, input: { orderId: string }) => {
    const order = await this.reader.get(act.market, input.orderId);
    const move = await this.nextMove(act, order);
    const to = move && (await this.step(act, order, move));
    if (!to) return;
    if (to === 'delivered') return this.delivered(act, order);
    if (to === 'back') return this.back(act, order);
    const isFar = to === 'in_transit' || to === 'coming_back';
    await this.scanAgain(act, order, isFar ? await this.travel(act, order) : ROUND);
  });

  /** The buyer says that she will not take a parcel that is to be paid at the door: the courier turns there. */
  refuse = this.acts.verb('parcel.refuse', async (act, input: { orderId: string }) => {
    const order = await this.reader.ofBuyer(act.market, act.party, input.orderId);
    if (!canBeRefused(order)) throw conflict('parcels.not_at_door');
    await this.turnAway(act, order);
  });

  private async nextMove(act: Act, order: Order): Promise<ShipmentMove | undefined> {
    const move = SCANS.find((one) => shipmentAfter(order.shipmentStatus, one));
    if (move !== 'deliver') return move;
    if (canBeRefused(order) && (await this.cods.isTurnedAway(order.id))) await this.turnAway(act, order);
    return (await this.parcels.find(order.id))?.refusedAt ? 'refuse' : 'deliver';
  }

  private async turnAway(act: Act, { id, number }: Order): Promise<void> {
    if (await this.parcels.markRefused(act, id)) act.record('shipment.refused', id, { number });
  }

  private async step(act: Act, order: Order, move: ShipmentMove) {
    const to = shipmentAfter(order.shipmentStatus, move);
    if (!to) return null;
    await this.moves.shipment(order, to);
    await this.parcels.trace(act, order.id, to);
    act.record(`shipment.${to}`, order.id, { number: order.number });
    return to;
  }

  private async delivered(act: Act, order: Order): Promise<void> {
    await this.moves.stamp(act, order.id, 'deliveredAt');
    await act.later(new Date(act.now.getTime() + COMPLETE_AFTER), 'order.complete', { orderId: order.id });
    const { buyerParty, number, id: objectId, groupId: reference, totalSatang: amountSatang } = order;
    await this.conversations.notify(act, { to: buyerParty, key: 'messages.delivered', params: { number }, objectId });
    if (order.paymentStatus === 'on_delivery')
      await this.money.captureByHand(act, { reference, method: 'cod', amountSatang, by: 'carrier' });
    await this.announcements.announce(act, { kind: 'delivered', order });
  }

  private async back(act: Act, order: Order): Promise<void> {
    await this.orders.comeBack(act, order);
    await this.announcements.announce(act, { kind: 'back', order });
  }

  private async travel(act: Act, order: Order): Promise<number> {
    return TRAVEL_DAYS[zoneOf(await this.reader.group(act.market, order.groupId))] * DAY;
  }

  private async scanAgain(act: Act, order: Order, wait: number): Promise<void> {
    await act.later(new Date(act.now.getTime() + wait), 'carrier.scan', { orderId: order.id });
  }
}

/** On its way, and to be paid at the door. */
export const canBeRefused = (order: Pick<Order, 'paymentStatus' | 'shipmentStatus'>): boolean =>
  order.paymentStatus === 'on_delivery' &&
  ['awaiting_collection', 'in_transit', 'out_for_delivery'].includes(order.shipmentStatus);
