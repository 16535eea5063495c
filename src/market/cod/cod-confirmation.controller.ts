import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { confirmationFrom } from './cod-input.js';
import { CodOrders } from './cod-orders.service.js';

/** ยืนยันเก็บเงินปลายทาง: the order beside the shop's own terms, and the words to the buyer. What fits is for the seller to see. */
@Controller('m/:market/orders/:id/cod')
@Allow('learner', 'trainer')
export class CodConfirmationController {
  constructor(
    private readonly access: MarketAccess,
    private readonly orders: OrderReader,
    private readonly cods: CodOrders,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.confirmationPage(await this.access.enter(market, me), id);
  }

  @Post()
  async confirm(
    @Param('market') market: string,
    @Param('id') orderId: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await this.cods.confirm(standing.by, { orderId, ...confirmationFrom(form ?? {}) });
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.confirmationPage(standing, orderId, form, problem.problems);
    }
    return seeOther(`/m/${market}/orders/${orderId}`, success('cod.confirmed_now'));
  }

  private async confirmationPage({ sandbox, market, by }: Standing, id: string, form?: Form, problems: Problem[] = []) {
    const order = await this.orders.ofSeller(market, by.party, id);
    const [group, cod] = await Promise.all([this.orders.group(market, order.groupId), this.cods.find(id)]);
    const claimDays = moneyRulesOf(sandbox.setup).methods.cod.settlementDays.value;
    const data = {
      ...{ market: sandbox.id, order, group, cod, zone: zoneOf(group), claimDays },
      isOpen: order.paymentStatus === 'on_delivery' && cod !== null,
      values: form ?? { words: cod?.words ?? '', reason: cod?.reason ?? '' },
      problems,
    };
    return page('market/cod/confirmation', data, problems.length > 0 ? 422 : 200);
  }
}
