import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY } from '../../shared/clock.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { ShipmentAnnouncements, type ShipmentNews } from '../fulfilment/shipment-announcements.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { isAtProvider } from '../payments/payment.js';
import { PaymentAnnouncements, type PaymentNews } from '../payments/payment-announcements.js';
import { type Fee, methodFee, refundFee } from '../rule-sets/fees.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { Act } from '../sandboxes/act.js';
import { CodRemittances } from './cod-remittances.service.js';
import { FollowingCommission } from './following-commission.service.js';
import { Ledger } from './ledger.service.js';
import {
  methodFeeLines,
  paymentLines,
  refundFailedLines,
  refundFeeLines,
  refundLines,
  returnLines,
} from './money-postings.js';
import { Payouts } from './payouts.service.js';
import { Reconciliation } from './reconciliation.service.js';
import { returnFee } from './return-fee.js';

/** Every money event is posted in the transaction that causes it. */
@Injectable()
export class MoneyEvents implements OnModuleInit {
  constructor(
    private readonly payments: PaymentAnnouncements,
    private readonly shipments: ShipmentAnnouncements,
    private readonly orders: OrderReader,
    private readonly ledger: Ledger,
    private readonly commission: FollowingCommission,
    private readonly payouts: Payouts,
    private readonly reconciliation: Reconciliation,
    private readonly remittances: CodRemittances,
  ) {}

  onModuleInit(): void {
    this.payments.listen(async (act, news) => {
      if (news.kind === 'received') await this.received(act, news);
      if (news.kind === 'refunded' && isAtProvider(news.method)) await this.refunded(act, news);
      if (news.kind === 'refund_failed') await this.refundFailed(act, news);
      if (news.kind === 'uncounted') await this.uncounted(act, news);
      if (news.kind === 'handed_back') await this.handedBack(act, news);
      // The ledger writes down what happened; it wants no money.
      return false;
    });
    this.shipments.listen((act, news) => (news.kind === 'back' ? this.cameBack(act, news) : this.delivered(act, news)));
  }

  private async received(
    act: Act,
    { paymentId, reference, method, amountSatang, isTaken, fee }: PaymentNews,
  ): Promise<void> {
    const orders = await this.orders.inGroup(act.market, reference);
    const lines = paymentLines(method, amountSatang, orders, isTaken);
    await this.ledger.post(act, { kind: 'received', objectId: paymentId, lines });
    if (!isAtProvider(method)) return;
    const kept: Fee = fee ?? methodFee(moneyRulesOf(act.setup), method, amountSatang);
    const feeLines = methodFeeLines(kept, isTaken ? orders : []);
    await this.ledger.post(act, { kind: 'provider_fee', objectId: paymentId, lines: feeLines });
    await this.reconciliation.dueTonight(act);
  }

  /** It came for something else: what was posted for it is posted the other way round. */
  private async uncounted(act: Act, { paymentId, reference, method, amountSatang }: PaymentNews): Promise<void> {
    const orders = await this.orders.inGroup(act.market, reference);
    const posted = paymentLines(method, amountSatang, orders, true);
    const lines = posted.map((line) => ({ ...line, amountSatang: -line.amountSatang }));
    await this.ledger.post(act, { kind: 'uncounted', objectId: paymentId, lines });
  }

  private async refunded(act: Act, news: PaymentNews): Promise<void> {
    const { method, amountSatang, paymentId, refundId } = news;
    const order = await this.orderOf(act, news);
    const objectId = refundId ?? paymentId;
    const kept = order ? await this.ledger.ofOrder(act.market, 'escrow', order.id) : amountSatang;
    const lines = refundLines(method, amountSatang, kept, order ?? { id: null, shopId: null });
    await this.commission.change(act, order, { kind: 'refunded', objectId, lines });
    await this.refundFee(act, order, news);
    if (order && (await this.ledger.ofOrder(act.market, 'escrow', order.id)) === 0)
      await this.payouts.release(act, order);
  }

  /** What it cost stays lost. What had been counted as back is kept for the buyer. */
  private async refundFailed(act: Act, news: PaymentNews): Promise<void> {
    const order = await this.orderOf(act, news);
    if (!news.isTaken) return this.refundFee(act, order, news);
    const lines = refundFailedLines(news.amountSatang, order);
    await this.commission.change(act, order, {
      kind: 'refund_failed',
      objectId: news.refundId ?? news.paymentId,
      lines,
    });
  }

  /** The shop gave money back by itself, out of its own account. */
  private async handedBack(act: Act, news: PaymentNews): Promise<void> {
    const order = await this.orderOf(act, news);
    if (!order) return;
    const lines = refundLines(news.method, news.amountSatang, 0, order);
    await this.commission.change(act, order, { kind: 'refunded', objectId: news.paymentId, lines });
    await this.payouts.release(act, order);
  }

  private async refundFee(
    act: Act,
    order: Order | null,
    { method, fee, refundId, paymentId }: PaymentNews,
  ): Promise<void> {
    const lines = refundFeeLines(fee ?? refundFee(moneyRulesOf(act.setup), method), order);
    await this.ledger.post(act, { kind: 'refund_fee', objectId: refundId ?? paymentId, lines });
    await this.reconciliation.dueTonight(act);
  }

  private async orderOf(act: Act, { reference, objectId }: PaymentNews): Promise<Order | null> {
    const orders = await this.orders.inGroup(act.market, reference);
    return orders.find(({ id }) => id === objectId) ?? null;
  }

  /** The way back of a parcel that nobody took is on the shop's next statement. */
  private async cameBack(act: Act, { order }: ShipmentNews): Promise<void> {
    const zone = zoneOf(await this.orders.group(act.market, order.groupId));
    const lines = returnLines(returnFee(act.setup, order, zone), order);
    await this.ledger.post(act, { kind: 'returned', objectId: order.id, lines });
    await this.payouts.release(act, order);
  }

  /** From the delivery on it is a matter of days. The courier keeps what it collected longer than the market would. */
  private async delivered(act: Act, { order }: ShipmentNews): Promise<void> {
    const isAtDoor = order.paymentStatus === 'on_delivery';
    const days = isAtDoor
      ? await this.remittances.daysUntil(act, order)
      : moneyRulesOf(act.setup).market.holdDays.value;
    await act.later(new Date(act.now.getTime() + days * DAY), 'sale.release', { orderId: order.id });
  }
}
