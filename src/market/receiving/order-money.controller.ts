import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { satangFrom } from '../../shared/money.js';
import { conflict, type Problem } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { Matching } from './matching.service.js';
import { MoneyRequests } from './money-requests.service.js';
import { OrderMoneys } from './order-money.service.js';
import { whyNotUndo } from './undoing.js';
import { Unmatching } from './unmatching.service.js';

type Form = Record<string, string>;

/** Money of one order: what came, what is missing or too much, and what the seller does about it. */
@Controller('m/:market/money')
@Allow('learner', 'trainer')
export class OrderMoneyController {
  constructor(
    private readonly access: MarketAccess,
    private readonly orders: OrderReader,
    private readonly moneys: OrderMoneys,
    private readonly matching: Matching,
    private readonly requests: MoneyRequests,
    private readonly unmatching: Unmatching,
  ) {}

  @Get('orders/:order')
  async show(@Param('market') market: string, @Param('order') id: string, @Me() me: Signed): Promise<Page> {
    return this.orderPage(await this.access.enter(market, me), id);
  }

  @Post('orders/:order/refund')
  async refund(@Param('market') market: string, @Param('order') orderId: string, @Me() me: Signed, @Body() form: Form) {
    const standing = await this.access.enter(market, me);
    const amountSatang = satangFrom(form?.back ?? '');
    if (!amountSatang) return this.orderPage(standing, orderId, form, [{ field: 'back', key: 'bank.no_amount' }]);
    await this.moneys.refund(standing.by, { orderId, amountSatang });
    return seeOther(`/m/${market}/money/orders/${orderId}`, success('bank.refunded'));
  }

  @Post('orders/:order/top-up')
  async topUp(@Param('market') market: string, @Param('order') orderId: string, @Me() me: Signed, @Body() form: Form) {
    const standing = await this.access.enter(market, me);
    const amountSatang = satangFrom(form?.more ?? '');
    if (!amountSatang) return this.orderPage(standing, orderId, form, [{ field: 'more', key: 'bank.no_amount' }]);
    await this.requests.topUp(standing.by, { orderId, amountSatang });
    return seeOther(`/m/${market}/money/orders/${orderId}`, success('bank.topped_up'));
  }

  /** A line of the statement and the orders that it may be for. */
  @Get('statement/:transfer')
  async line(@Param('market') market: string, @Param('transfer') id: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const { market: generation, by } = standing;
    const line = (await this.matching.open(generation, by.party)).find((one) => one.id === id);
    if (!line) throw conflict('bank.taken');
    return page('market/receiving/line', {
      market,
      line,
      orders: await this.matching.candidates(generation, by.party),
    });
  }

  @Post('statement/:transfer/match')
  async match(
    @Param('market') market: string,
    @Param('transfer') transferId: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    const orderId = form?.order;
    if (!orderId) throw conflict('bank.order_needed');
    const { missingSatang, excessSatang } = await this.matching.match(by, { transferId, orderId });
    const isUneven = missingSatang > 0 || excessSatang > 0;
    return seeOther(`/m/${market}/money/orders/${orderId}`, success(isUneven ? 'bank.uneven' : 'bank.matched_now'));
  }

  /** A tap on the wrong order: line and order are open again. */
  @Post('statement/:transfer/undoing')
  async undo(
    @Param('market') market: string,
    @Param('transfer') transferId: string,
    @Me() me: Signed,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.unmatching.unmatch(by, { transferId });
    return seeOther(`/m/${market}/money/statement/${transferId}`, success('bank.match_taken_back'));
  }

  private async orderPage({ sandbox, market, by }: Standing, id: string, values: Form = {}, problems: Problem[] = []) {
    const order = await this.orders.ofSeller(market, by.party, id);
    const [money, requests] = await Promise.all([this.moneys.of(market, order), this.requests.ofOrder(market, id)]);
    const noUndo = money.came.length > 0 ? whyNotUndo(await this.unmatching.stateOf(market, order)) : null;
    const data = { market: sandbox.id, order, ...money, noUndo, requests, values, problems };
    return page('market/receiving/order', data, problems.length > 0 ? 422 : 200);
  }
}
