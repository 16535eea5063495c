import { Injectable } from '@nestjs/common';
import type { Order } from '../orders/order.js';
import type { Fee } from '../rule-sets/fees.js';
import type { Act } from '../sandboxes/act.js';
import { Ledger } from './ledger.service.js';
import { commissionAfter, commissionLines, commissionOf } from './money-postings.js';
import type { Posting } from './posting.js';

/** The commission that was taken of an order follows how much of it is back with its buyer. */
@Injectable()
export class FollowingCommission {
  constructor(private readonly ledger: Ledger) {}

  /** Posts, as part of the caller's act, what changes how much of an order is back. */
  async change(act: Act, order: Order | null, posting: Posting): Promise<void> {
    const before = order && (await this.left(act, order));
    await this.ledger.post(act, posting);
    const after = order && (await this.left(act, order));
    if (!order || !before || !after) return;
    const more = { feeSatang: after.feeSatang - before.feeSatang, vatSatang: after.vatSatang - before.vatSatang };
    await this.ledger.post(act, { kind: 'commission_back', objectId: order.id, lines: commissionLines(more, order) });
  }

  /** What the market keeps of an order as much as it is back now; null while it has taken nothing yet. */
  private async left(act: Act, order: Order): Promise<Fee | null> {
    if (!(await this.ledger.has(act.market, 'commission', order.id))) return null;
    return commissionAfter(commissionOf(order), await this.ledger.backOf(act.market, order), order);
  }
}
