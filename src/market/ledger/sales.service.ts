import { Injectable } from '@nestjs/common';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { CodRemittances } from './cod-remittances.service.js';
import { Ledger } from './ledger.service.js';
import { commissionAfter, commissionLines, commissionOf, releaseLines } from './money-postings.js';
import { Payouts } from './payouts.service.js';

/** When a sale is done its money is the shop's, and the market takes its commission. */
@Injectable()
export class Sales {
  constructor(
    private readonly acts: Acts,
    private readonly orders: OrderReader,
    private readonly ledger: Ledger,
    private readonly payouts: Payouts,
    private readonly remittances: CodRemittances,
  ) {}

  /** Some days after the delivery, by the clock. What went back before is neither released nor charged for. */
  release = this.acts.verb('sale.release', async (act, { orderId }: { orderId: string }) => {
    const order = await this.orders.get(act.market, orderId);
    if (await this.ledger.has(act.market, 'commission', orderId)) return;
    await this.handOver(act, order);
    await this.remittances.remit(act, order);
    const back = await this.ledger.backOf(act.market, order);
    const lines = commissionLines(commissionAfter(commissionOf(order), back, order), order);
    await this.ledger.post(act, { kind: 'commission', objectId: orderId, lines });
    await this.payouts.release(act, order);
  });

  private async handOver(act: Act, order: Order): Promise<void> {
    const kept = await this.ledger.ofOrder(act.market, 'escrow', order.id);
    if (kept <= 0) return;
    const lines = releaseLines('escrow', kept, order, { feeSatang: 0, vatSatang: 0 });
    await this.ledger.post(act, { kind: 'released', objectId: order.id, lines });
  }
}
