import { Injectable } from '@nestjs/common';
import type { Order, OrderLine } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { SELLER_LABELS, type SellerLabel, sellerLabel } from '../orders/seller-label.js';

/** One order as a card in the seller's queue. */
export interface QueueCard extends Order {
  label: SellerLabel;
  lines: OrderLine[];
}

export interface Queue {
  tabs: Array<{ label: SellerLabel; count: number; isChosen: boolean }>;
  orders: QueueCard[];
}

/** The seller's orders by what there is to do with them. Two statements, however many orders there are. */
@Injectable()
export class OrderQueue {
  constructor(private readonly orders: OrderReader) {}

  /** `tab` as it stands in the address; what has to be shipped where it names none. */
  async of(market: string, party: string, tab: string | undefined): Promise<Queue> {
    const all = (await this.orders.queue(market, party)).map((order) => ({ ...order, label: sellerLabel(order) }));
    const chosen = SELLER_LABELS.find((one) => one === tab) ?? 'to_ship';
    const shown = all.filter((order) => order.label === chosen);
    const lines = await this.orders.lines(shown.map((order) => order.id));
    return {
      tabs: SELLER_LABELS.map((label) => ({
        label,
        count: all.filter((order) => order.label === label).length,
        isChosen: label === chosen,
      })),
      orders: shown.map((order) => ({ ...order, lines: lines.filter((line) => line.orderId === order.id) })),
    };
  }
}
