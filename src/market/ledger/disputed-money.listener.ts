import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY } from '../../shared/clock.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { PaymentAnnouncements, type PaymentNews } from '../payments/payment-announcements.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { Act } from '../sandboxes/act.js';
import { type DisputedPart, disputedLines, disputeFeeLines, disputeWonLines } from './dispute-postings.js';
import { FollowingCommission } from './following-commission.service.js';
import { Ledger } from './ledger.service.js';
import { Payouts } from './payouts.service.js';
import { Reconciliation } from './reconciliation.service.js';

type DisputedOrder = Order & DisputedPart;

/** A dispute takes money that the market had already, and may bring it back: posted in the transaction that notes it. */
@Injectable()
export class DisputedMoney implements OnModuleInit {
  constructor(
    private readonly payments: PaymentAnnouncements,
    private readonly orders: OrderReader,
    private readonly ledger: Ledger,
    private readonly commission: FollowingCommission,
    private readonly payouts: Payouts,
    private readonly reconciliation: Reconciliation,
  ) {}

  onModuleInit(): void {
    this.payments.listen(async (act, news) => {
      if (news.kind === 'disputed') await this.taken(act, news);
      if (news.kind === 'dispute_won') await this.won(act, news);
      return false;
    });
  }

  private async taken(act: Act, news: PaymentNews): Promise<void> {
    const orders = await this.concerned(act, news);
    const objectId = news.objectId ?? news.paymentId;
    for (const [at, lines] of disputedLines(news.amountSatang, orders).entries())
      await this.commission.change(act, orders[at] ?? null, { kind: 'disputed', objectId, lines });
    const feeLines = disputeFeeLines(news.fee ?? { feeSatang: 0, vatSatang: 0 }, orders);
    await this.ledger.post(act, { kind: 'dispute_fee', objectId, lines: feeLines });
    await this.charge(act, orders);
  }

  private async won(act: Act, news: PaymentNews): Promise<void> {
    const objectId = news.objectId ?? news.paymentId;
    const orders = await this.concerned(act, news);
    const parts = await this.ledger.disputed(act.market, objectId);
    for (const [orderId, partSatang] of parts) {
      const order = orders.find(({ id }) => id === orderId) ?? null;
      const isDone = order !== null && (await this.ledger.has(act.market, 'commission', order.id));
      const lines = disputeWonLines(partSatang, order, isDone);
      await this.commission.change(act, order, { kind: 'dispute_won', objectId, lines });
      if (order && !isDone) await this.releaseLater(act, order);
    }
    const { feeSatang = 0, vatSatang = 0 } = news.fee ?? {};
    const shares = orders.map((order) => ({ ...order, leftSatang: parts.get(order.id) ?? 0 }));
    const feeLines = disputeFeeLines({ feeSatang, vatSatang }, shares).map((line) => ({
      ...line,
      amountSatang: -line.amountSatang,
    }));
    await this.ledger.post(act, { kind: 'dispute_fee_back', objectId, lines: feeLines });
    await this.charge(act, orders);
  }

  /** The sale may have been released while there was nothing to release. */
  private async releaseLater(act: Act, { id: orderId, shipmentStatus }: Order): Promise<void> {
    if (shipmentStatus !== 'delivered') return;
    const days = moneyRulesOf(act.setup).market.holdDays.value;
    await act.later(new Date(act.now.getTime() + days * DAY), 'sale.release', { orderId });
  }

  /** What a shop lost or got back by it comes onto its next statement, unless the sale is still to be released. */
  private async charge(act: Act, orders: readonly DisputedOrder[]): Promise<void> {
    for (const order of orders)
      if ((await this.ledger.ofOrder(act.market, 'escrow', order.id)) === 0) await this.payouts.release(act, order);
    await this.reconciliation.dueTonight(act);
  }

  /** The orders that the payment paid; none where its money is on its way back as a whole. */
  private async concerned(act: Act, { reference, paymentId }: PaymentNews): Promise<DisputedOrder[]> {
    const orders = (await this.ledger.paid(act.market, paymentId))
      ? await this.orders.inGroup(act.market, reference)
      : [];
    return Promise.all(
      orders.map(async (order) => ({
        ...order,
        leftSatang: order.totalSatang - (await this.ledger.backOf(act.market, order)),
        keptSatang: await this.ledger.ofOrder(act.market, 'escrow', order.id),
      })),
    );
  }
}
