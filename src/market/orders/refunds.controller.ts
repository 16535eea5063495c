import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem, Refusal } from '../../shared/refusal.js';
import { DisputeOutcomes } from '../payments/dispute-outcomes.service.js';
import { isAtProvider } from '../payments/payment.js';
import { Payments } from '../payments/payments.service.js';
import { RefundsDesk } from '../payments/refunds-desk.service.js';
import { refundFee } from '../rule-sets/fees.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import { OrderReader } from './order-reader.service.js';
import { Orders } from './orders.service.js';

/** The seller gives an order back, or a part of it, by the way that its money came. */
@Controller('m/:market/orders/:id/refund')
@Allow('learner', 'trainer')
export class RefundsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
    private readonly payments: Payments,
    private readonly desk: RefundsDesk,
    private readonly disputes: DisputeOutcomes,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page | SeeOther> {
    return this.refundPage(await this.access.enter(market, me), id);
  }

  @Post()
  async give(
    @Param('market') market: string,
    @Param('id') orderId: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await this.orders.giveBack(standing.by, { orderId, ...givenBack(form ?? {}) });
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.refundPage(standing, orderId, form, problem.problems);
    }
    await this.desk.sendRefunds(standing.sandbox.id);
    return seeOther(`/m/${market}/orders/${orderId}/refund`, success('money.refund_asked'));
  }

  private async refundPage({ sandbox, market, by }: Standing, id: string, values: Form = {}, problems: Problem[] = []) {
    const order = await this.reader.ofSeller(market, by.party, id);
    const attempts = await this.payments.attempts(market, order.groupId);
    const paid = attempts.find(({ status }) => ['captured', 'partially_refunded', 'refunded'].includes(status));
    // What came past the provider goes back past it: on the page of the shop's own account.
    if (paid && !isAtProvider(paid.method)) return seeOther(`/m/${sandbox.id}/money/orders/${id}`);
    const refunds = await this.payments.refundsOf(market, id);
    const asked = refunds.reduce((sum, { amountSatang }) => sum + amountSatang, 0);
    const disputes = await this.disputes.of(market, order.groupId);
    const isDisputed = disputes.some(({ status }) => status === 'withdrawn' || status === 'lost');
    const cost = paid ? refundFee(moneyRulesOf(sandbox.setup), paid.method) : { feeSatang: 0, vatSatang: 0 };
    const data = {
      market: sandbox.id,
      order,
      method: paid?.method,
      refunds,
      disputes,
      left: paid && !isDisputed ? order.totalSatang - asked : 0,
      costSatang: cost.feeSatang + cost.vatSatang,
      values,
      problems,
    };
    return page('market/orders/refund', data, problems.length > 0 ? 422 : 200);
  }
}

function givenBack(form: Form): { amountSatang: number; reason: string } {
  const problems: Problem[] = [];
  const amountSatang = satangFrom(text(form, 'amount'));
  const reason = safeText(form, 'reason', problems, 200);
  if (!amountSatang) problems.push({ field: 'amount', key: 'money.refund_how_much' });
  if (!reason) problems.push({ field: 'reason', key: 'orders.reason_needed' });
  if (problems.length > 0) throw invalid(problems);
  return { amountSatang: amountSatang ?? 0, reason };
}
