import { Injectable } from '@nestjs/common';
import { DAY } from '../../shared/clock.js';
import { conflict } from '../../shared/refusal.js';
import { LATE_DAYS, missingOf } from '../cod/cod-order.js';
import { CodOrders } from '../cod/cod-orders.service.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { methodFee } from '../rule-sets/fees.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Ledger } from './ledger.service.js';
import { releaseLines } from './money-postings.js';
import { Payouts } from './payouts.service.js';

const NO_FEE = { feeSatang: 0, vatSatang: 0 };

/** What the courier collected at the door and hands on: when, how much, and what is done where it is not what it should be. */
@Injectable()
export class CodRemittances {
  constructor(
    private readonly acts: Acts,
    private readonly orders: OrderReader,
    private readonly cods: CodOrders,
    private readonly ledger: Ledger,
    private readonly payouts: Payouts,
  ) {}

  /** The seller asks the courier for money that is overdue or of which a part is missing. It comes a day later. */
  claim = this.acts.verb('cod.claim', async (act, { orderId }: { orderId: string }) => {
    const order = await this.orders.ofSeller(act.market, act.party, orderId);
    const missingSatang = await this.ledger.ofOrder(act.market, 'courier', orderId);
    const isOverdue = this.dueAt(act, order) <= act.now.getTime();
    if (missingSatang <= 0 || !isOverdue) throw conflict('cod.nothing_missing');
    if (!(await this.cods.claimed(act, orderId))) throw conflict('cod.claimed_already');
    act.record('cod.claimed', orderId, { number: order.number, missingSatang });
    const isRemitted = (await this.cods.find(orderId))?.remittedAt != null;
    const verb = isRemitted ? 'cod.settle' : 'sale.release';
    await act.later(new Date(act.now.getTime() + DAY), verb, { orderId });
  });

  /** The courier hands on what it had left out. It has had its fee. */
  settle = this.acts.verb('cod.settle', async (act, { orderId }: { orderId: string }) => {
    const order = await this.orders.get(act.market, orderId);
    const left = await this.ledger.ofOrder(act.market, 'courier', orderId);
    if (left <= 0) return;
    await this.handOn(act, order, { collected: left, fee: NO_FEE, missing: 0 });
    await this.payouts.release(act, order);
  });

  /** Days from the delivery until this courier hands on what it collected. */
  async daysUntil(act: Act, { id }: Order): Promise<number> {
    const isLate = (await this.cods.find(id))?.remits === 'late';
    return moneyRulesOf(act.setup).methods.cod.settlementDays.value + (isLate ? LATE_DAYS : 0);
  }

  /** The courier's day has come: what it collected becomes the shop's less its fee, as part of the caller's act. */
  async remit(act: Act, order: Order): Promise<void> {
    const collected = await this.ledger.ofOrder(act.market, 'courier', order.id);
    if (collected <= 0) return;
    // A claimed courier is careful.
    const { remits = 'exact', claimedAt = null } = (await this.cods.find(order.id)) ?? {};
    const missing = claimedAt ? 0 : missingOf(remits, collected);
    await this.handOn(act, order, { collected, fee: methodFee(moneyRulesOf(act.setup), 'cod', collected), missing });
  }

  private async handOn(
    act: Act,
    order: Order,
    { collected, fee, missing }: { collected: number; fee: typeof NO_FEE; missing: number },
  ): Promise<void> {
    const lines = releaseLines('courier', collected - missing, order, fee);
    await this.ledger.post(act, { kind: 'released', objectId: order.id, lines });
    await this.cods.remitted(act, order.id);
    const feeSatang = fee.feeSatang + fee.vatSatang;
    const remittedSatang = collected - missing - feeSatang;
    const { number } = order;
    act.record('cod.remitted', order.id, { number, feeSatang, remittedSatang, missingSatang: missing });
  }

  private dueAt(act: Act, { deliveredAt }: Order): number {
    if (!deliveredAt) return Number.POSITIVE_INFINITY;
    return Date.parse(deliveredAt) + moneyRulesOf(act.setup).methods.cod.settlementDays.value * DAY;
  }
}
