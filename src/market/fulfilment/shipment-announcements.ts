import type { Order } from '../orders/order.js';
import type { Act } from '../sandboxes/act.js';

/** `delivered`: the buyer has the parcel. `back`: it was refused and lies in the shop again. The order is as it was read before. */
export interface ShipmentNews {
  kind: 'delivered' | 'back';
  order: Order;
}

export type ShipmentListener = (act: Act, news: ShipmentNews) => Promise<void>;

/** What the carrier tells of a parcel, heard in the carrier's own transaction, in the order in which the listeners came. */
export class ShipmentAnnouncements {
  private readonly listeners: ShipmentListener[] = [];

  listen(listener: ShipmentListener): void {
    this.listeners.push(listener);
  }

  async announce(act: Act, news: ShipmentNews): Promise<void> {
    for (const listener of this.listeners) await listener(act, news);
  }
}
