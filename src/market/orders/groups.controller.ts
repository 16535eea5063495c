import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { conflict } from '../../shared/refusal.js';
import { METHODS, TEST_CARDS } from '../payments/payment.js';
import { Payments } from '../payments/payments.service.js';
import { PaymentsDesk } from '../payments/payments-desk.service.js';
import { WhichProvider } from '../payments/which-provider.service.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { OrderReader } from './order-reader.service.js';
import { payingPage, payingStands } from './paying-page.js';

/** A purchase while it is being paid. */
@Controller('m/:market/groups/:group')
@Allow('learner', 'trainer')
export class GroupsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly orders: OrderReader,
    private readonly payments: Payments,
    private readonly desk: PaymentsDesk,
    private readonly provider: WhichProvider,
  ) {}

  @Get()
  async show(
    @Param('market') market: string,
    @Param('group') id: string,
    @Me() me: Signed,
    @Query('redirect_status') cameBack: string | undefined,
  ): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const group = await this.orders.groupOfBuyer(standing.market, asBuyer(standing.by).party, id);
    const [orders, request, [last], provider] = await Promise.all([
      this.orders.inGroup(standing.market, id),
      this.payments.request(standing.market, id),
      this.payments.attempts(standing.market, id),
      this.provider.name(),
    ]);
    const paying = payingPage(request, last, cameBack === 'succeeded');
    return page('market/payments/group', { market, group, orders, ...paying, isForgetful: provider === 'stripe_mock' });
  }

  /** How it stands, for a page that waits: somebody else's phone may pay. */
  @Get('state.json')
  async state(
    @Param('market') market: string,
    @Param('group') id: string,
    @Me() me: Signed,
  ): Promise<{ stands: string }> {
    const standing = await this.access.enter(market, me);
    await this.orders.groupOfBuyer(standing.market, asBuyer(standing.by).party, id);
    const [request, [last]] = await Promise.all([
      this.payments.request(standing.market, id),
      this.payments.attempts(standing.market, id),
    ]);
    return { stands: payingStands(request, last) };
  }

  /** A payment method of the buyer's choice; a card is the name of a picture that she tapped. */
  @Post('payment')
  async pay(
    @Param('market') market: string,
    @Param('group') id: string,
    @Me() me: Signed,
    @Body() form: Record<string, string>,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    const standing = await this.access.enter(market, me);
    await this.orders.groupOfBuyer(standing.market, asBuyer(standing.by).party, id);
    const method = METHODS.find((one) => one === form.method);
    const testCard = TEST_CARDS.find((one) => one === form.card) ?? null;
    if (!method || (method === 'card' && !testCard)) throw conflict('payments.choose');
    const back = `/m/${market}/groups/${id}`;
    const returnUrl = `${request.protocol}://${request.headers.host}${back}`;
    await this.desk.pay(standing.sandbox.id, id, { method, testCard, returnUrl });
    return seeOther(back);
  }
}
