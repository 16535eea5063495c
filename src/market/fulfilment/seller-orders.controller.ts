import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { dayNumber } from '../../shared/clock.js';
import { Refusal } from '../../shared/refusal.js';
import { Conversations } from '../conversations/conversations.service.js';
import { Visits } from '../insights/visits.service.js';
import { Orders } from '../orders/orders.service.js';
import { RefundsDesk } from '../payments/refunds-desk.service.js';
import { bothParties } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { OrderPages } from './order-pages.service.js';
import { OrderQueue } from './order-queue.service.js';
import { messageFrom, reasonFrom } from './parcel-input.js';

type Form = Record<string, unknown>;

/** The seller's queue, and her yes, no and words to the buyer. */
@Controller('m/:market/orders')
@Allow('visitor', 'learner', 'trainer')
export class SellerOrdersController {
  constructor(
    private readonly access: MarketAccess,
    private readonly orderQueue: OrderQueue,
    private readonly orders: Orders,
    private readonly pages: OrderPages,
    private readonly refunds: RefundsDesk,
    private readonly conversations: Conversations,
    private readonly visits: Visits,
  ) {}

  @Get()
  async queue(@Param('market') market: string, @Me() me: Signed, @Query('tab') tab?: string): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const { by, sandbox } = standing;
    const yesterday = dayNumber(sandbox.clock, sandbox.openedClock) - 1;
    const [queue, news, visits] = await Promise.all([
      this.orderQueue.of(standing.market, by.party, tab),
      this.conversations.unread(standing.market, bothParties(by)),
      yesterday > 0 ? this.visits.ofDay(standing.market, by.party, yesterday) : null,
    ]);
    return page('market/orders/queue', { market, news, visits, ...queue });
  }

  /** `fill`: the paper whose form is wanted as the order has it, to be read over and saved. */
  @Get(':id')
  async show(
    @Param('market') market: string,
    @Param('id') id: string,
    @Me() me: Signed,
    @Query('fill') fill?: string,
  ): Promise<Page> {
    const standing = await this.access.enter(market, me);
    if (fill === 'document' || fill === 'label') return this.pages.filled(standing, id, fill);
    return this.pages.seller(standing, id);
  }

  @Post(':id/acceptance')
  async accept(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.orders.accept(by, { orderId: id });
    return seeOther(`/m/${market}/orders/${id}`, success('orders.accepted'));
  }

  @Post(':id/refusal')
  async refuse(
    @Param('market') market: string,
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    return this.done(market, id, me, form, 'orders.refused', async (by) => {
      await this.orders.refuse(by, { orderId: id, reason: reasonFrom(form) });
      await this.refunds.sendRefunds(by.sandboxId);
    });
  }

  @Post(':id/messages')
  async write(
    @Param('market') market: string,
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    return this.done(market, id, me, form, 'messages.sent', (by) =>
      this.orders.message(by, { orderId: id, body: messageFrom(form) }),
    );
  }

  private async done(
    market: string,
    id: string,
    me: Signed,
    values: Form,
    key: string,
    verb: (by: Parameters<Orders['accept']>[0]) => Promise<unknown>,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await verb(standing.by);
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.pages.seller(standing, id, { values, problems: problem.problems });
    }
    return seeOther(`/m/${market}/orders/${id}`, success(key));
  }
}
