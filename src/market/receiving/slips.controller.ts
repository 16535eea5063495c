import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { invalid, type Problem, Refusal } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import { bothParties } from '../sandboxes/as-buyer.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { safeText } from '../shops/shop-input.js';
import { SLIP_REASONS, SLIP_RESULTS } from './slip.js';
import { SlipDesk, saidBy } from './slip-desk.service.js';
import { slipPicture } from './slip-picture.js';
import { type SlipDecision, Slips } from './slips.service.js';

type Form = Record<string, string>;

/** The slips that buyers showed a seller, and her decisions. */
@Controller('m/:market/money/slips')
@Allow('visitor', 'learner', 'trainer')
export class SlipsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly slips: Slips,
    private readonly desk: SlipDesk,
    private readonly orders: Orders,
    private readonly reader: OrderReader,
  ) {}

  @Get()
  @Allow('learner', 'trainer')
  async queue(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const slips = await this.slips.queue(standing.market, standing.by.party);
    const numbers = new Map(
      (await this.reader.queue(standing.market, standing.by.party)).map(({ id, number }) => [id, number]),
    );
    const cards = slips.map((slip) => ({ ...slip, number: numbers.get(slip.orderId), said: saidBy(slip) }));
    return page('market/receiving/slips', { market, slips: cards });
  }

  @Get(':slip')
  async show(@Param('market') market: string, @Param('slip') id: string, @Me() me: Signed): Promise<Page> {
    return this.desk.show(await this.access.enter(market, me), id);
  }

  @Get(':slip/picture.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('content-security-policy', "default-src 'none'")
  async picture(@Param('market') market: string, @Param('slip') id: string, @Me() me: Signed): Promise<string> {
    const standing = await this.access.enter(market, me);
    return slipPicture((await this.slips.ofEither(standing.market, bothParties(standing.by), id)).says);
  }

  @Post(':slip/decision')
  async decide(
    @Param('market') market: string,
    @Param('slip') id: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    return this.done(market, me, id, form ?? {}, async (standing) => {
      const decision = decisionFrom(id, form ?? {});
      const outcome = await this.slips.check(standing.by, decision);
      const { orderId } = await this.slips.ofSeller(standing.market, standing.by.party, id);
      const isUneven = outcome && (outcome.missingSatang > 0 || outcome.excessSatang > 0);
      if (isUneven) return seeOther(`/m/${market}/money/orders/${orderId}`, success('bank.uneven'));
      const to = decision.result === 'accepted' ? `orders/${orderId}` : `money/slips/${id}#words`;
      return seeOther(`/m/${market}/${to}`, success(`bank.decided_${decision.result}`));
    });
  }

  @Post(':slip/message')
  async write(
    @Param('market') market: string,
    @Param('slip') id: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    return this.done(market, me, id, form ?? {}, async ({ market: generation, by }) => {
      const { orderId } = await this.slips.ofSeller(generation, by.party, id);
      const problems: Problem[] = [];
      const body = safeText(form ?? {}, 'body', problems, 1000);
      if (!body) problems.push({ field: 'body', key: 'messages.body_needed' });
      if (problems.length > 0) throw invalid(problems);
      await this.orders.message(by, { orderId, body });
      return seeOther(`/m/${market}/money/slips/${id}`, success('messages.sent'));
    });
  }

  private async done(
    market: string,
    me: Signed,
    id: string,
    form: Form,
    work: (standing: Standing) => Promise<SeeOther>,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      return await work(standing);
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.desk.show(standing, id, form, problem.problems);
    }
  }
}

/** `transferId` is a line of the statement, or `none` for taking the slip's word. */
function decisionFrom(slipId: string, form: Form): SlipDecision {
  const result = SLIP_RESULTS.find((one) => one === form.result);
  if (!result) throw invalid([{ field: 'result', key: 'bank.decide_first' }]);
  const reason = SLIP_REASONS.find((one) => one === form.reason) ?? null;
  if (result === 'accepted' && !form.transferId) throw invalid([{ field: 'transferId', key: 'bank.line_needed' }]);
  return { slipId, result, reason, transferId: form.transferId === 'none' ? null : form.transferId || null };
}
