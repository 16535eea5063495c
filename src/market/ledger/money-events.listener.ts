import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY } from '../../shared/clock.js';
import { ShipmentAnnouncements, type ShipmentNews } from '../fulfilment/shipment-announcements.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { isAtProvider } from '../payments/payment.js';
import { PaymentAnnouncements, type PaymentNews } from '../payments/payment-announcements.js';
import { type Fee, methodFee, refundFee } from '../rule-sets/fees.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { Act } from '../sandboxes/act.js';
import { Ledger } from './ledger.service.js';
import {
  commissionAfter,
  commissionLines,
  commissionOf,
  methodFeeLines,
  paymentLines,
  refundFeeLines,
  refundLines,
} from './money-postings.js';
import { Payouts } from './payouts.service.js';
import { Reconciliation } from './reconciliation.service.js';

/** Every money event is posted in the transaction that causes it. */
@Injectable()
export class MoneyEvents implements OnModuleInit {
  constructor(
    private readonly payments: PaymentAnnouncements,
    private readonly shipments: ShipmentAnnouncements,
    private readonly orders: OrderReader,
    private readonly ledger: Ledger,
    private readonly payouts: Payouts,
    private readonly reconciliation: Reconciliation,
  ) {}

  onModuleInit(): void {
    this.payments.listen(async (act, news) => {
      if (news.kind === 'received') await this.received(act, news);
      if (news.kind === 'refunded') await this.refunded(act, news);
      // The ledger writes down what happened; it wants no money.
      return false;
    });
    this.shipments.listen((act, news) => this.delivered(act, news));
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

  private async refunded(act: Act, news: PaymentNews): Promise<void> {
    const { reference, method, amountSatang, objectId, paymentId, refundId } = news;
    const orders = await this.orders.inGroup(act.market, reference);
    const order = orders.find(({ id }) => id === objectId) ?? null;
    const refund = refundId ?? paymentId;
    const kept = order ? await this.ledger.ofOrder(act.market, 'escrow', order.id) : amountSatang;
    const whose = order ?? { id: null, shopId: orders[0]?.shopId ?? null };
    const lines = refundLines(method, amountSatang, kept, whose);
    await this.ledger.post(act, { kind: 'refunded', objectId: refund, lines });
    if (isAtProvider(method)) {
      const fee: Fee = news.fee ?? refundFee(moneyRulesOf(act.setup), method);
      await this.ledger.post(act, { kind: 'refund_fee', objectId: refund, lines: refundFeeLines(fee, order) });
      await this.reconciliation.dueTonight(act);
    }
    if (order) await this.afterRefund(act, order, news);
  }

  /** The commission of a part that went back comes back, too; what a cancelled order cost is put on the statement at once. */
  private async afterRefund(act: Act, order: Order, { amountSatang, backSatang }: PaymentNews): Promise<void> {
    if (await this.ledger.has(act.market, 'commission', order.id)) {
      const before = commissionAfter(commissionOf(order), backSatang - amountSatang, order);
      const after = commissionAfter(commissionOf(order), backSatang, order);
      const back = { feeSatang: after.feeSatang - before.feeSatang, vatSatang: after.vatSatang - before.vatSatang };
      await this.ledger.post(act, { kind: 'commission_back', objectId: order.id, lines: commissionLines(back, order) });
    }
    const kept = await this.ledger.ofOrder(act.market, 'escrow', order.id);
    if (kept === 0) await this.payouts.release(act, order);
  }

  /** From the delivery on it is a matter of days. The courier keeps what it collected longer than the market would. */
  private async delivered(act: Act, { kind, order }: ShipmentNews): Promise<void> {
    if (kind !== 'delivered') return;
    const { market, methods } = moneyRulesOf(act.setup);
    const isAtDoor = order.paymentStatus === 'on_delivery';
    const days = isAtDoor ? methods.cod.settlementDays.value : market.holdDays.value;
    await act.later(new Date(act.now.getTime() + days * DAY), 'sale.release', { orderId: order.id });
  }
}
