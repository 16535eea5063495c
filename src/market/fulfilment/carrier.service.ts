import { Injectable } from '@nestjs/common';
import { DAY, HOUR } from '../../shared/clock.js';
import { TRAVEL_DAYS, zoneOf } from '../addresses/delivery-zone.js';
import { Conversations } from '../conversations/conversations.service.js';
import { OrderMoves } from '../orders/order-moves.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Parcels } from './parcels.service.js';
import { type ShipmentMove, shipmentAfter } from './shipment-status.js';

const ROUND = 6 * HOUR;
const COMPLETE_AFTER = 3 * DAY;
const SCANS: ShipmentMove[] = ['sort', 'load', 'deliver'];

/** The practice carrier: each scan moves a parcel one step on and asks the clock for the next. */
@Injectable()
export class Carrier {
  constructor(
    private readonly acts: Acts,
    private readonly orders: OrderReader,
    private readonly moves: OrderMoves,
    private readonly parcels: Parcels,
    private readonly conversations: Conversations,
  ) {}

  scan = this.acts.verb('carrier.scan', async (act, input: { orderId: string }) => {
    const order = await this.orders.get(act.market, input.orderId);
    const move = SCANS.find((one) => shipmentAfter(order.shipmentStatus, one));
    const to = move && shipmentAfter(order.shipmentStatus, move);
    if (!to) return;
    await this.moves.shipment(order, to);
    await this.parcels.trace(act, order.id, to);
    act.record(`shipment.${to}`, order.id, { number: order.number });
    if (to === 'delivered') {
      await this.moves.stamp(act, order.id, 'deliveredAt');
      await act.later(new Date(act.now.getTime() + COMPLETE_AFTER), 'order.complete', { orderId: order.id });
      const { buyerParty, number, id: objectId } = order;
      await this.conversations.notify(act, { to: buyerParty, key: 'messages.delivered', params: { number }, objectId });
      return;
    }
    const group = await this.orders.group(act.market, order.groupId);
    const wait = to === 'in_transit' ? TRAVEL_DAYS[zoneOf(group)] * DAY : ROUND;
    await act.later(new Date(act.now.getTime() + wait), 'carrier.scan', { orderId: order.id });
  });
}
