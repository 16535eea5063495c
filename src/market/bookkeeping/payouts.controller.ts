import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { answered, type Refill } from './answered.js';
import { MoneyAnswers } from './money-answers.service.js';
import { amountFrom } from './reckoning-input.js';
import { Reckonings } from './reckonings.service.js';
import { payingOut, ShopLedger } from './shop-ledger.service.js';
import { feeTable, statementPage } from './statement-page.js';

/** What the market pays out to a shop. */
@Controller('m/:market/money')
@Allow('learner', 'trainer')
export class PayoutsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly ledger: ShopLedger,
    private readonly answers: MoneyAnswers,
    private readonly reckonings: Reckonings,
  ) {}

  @Get('payouts')
  async list(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const { market: generation, by, sandbox } = await this.access.enter(market, me);
    const shop = await this.shops.own(generation, by.party);
    if (!shop) return page('market/books/no-shop', { market });
    const [payouts, answers, stranded] = await Promise.all([
      this.ledger.payouts(generation, shop.id),
      this.answers.of(shop.id, 'payout'),
      this.ledger.stranded(generation, shop.id),
    ]);
    const { arrivesDays, holdDays } = payingOut(sandbox.setup);
    return page('market/books/payouts', {
      ...{ market, arrivesDays, holdDays, stranded },
      payouts: payouts.map((payout) => ({ ...payout, isAnswered: answers.has(payout.id) })),
    });
  }

  @Get('payouts/:id')
  async payout(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.statement(await this.access.enter(market, me), id);
  }

  @Post('payouts/:id')
  async compute(
    @Param('market') market: string,
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    return answered(
      form,
      (refill) => this.statement(standing, id, refill),
      async () => {
        await this.reckonings.computePayout(standing.by, { payoutId: id, amountSatang: amountFrom(form ?? {}) });
        return seeOther(`/m/${market}/money/payouts/${id}`, success('books.answer_kept'));
      },
    );
  }

  /** Each line with the order that it is of; the sum is hers to work out. */
  private async statement({ sandbox, market, by }: Standing, id: string, refill?: Refill): Promise<Page> {
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const payout = await this.ledger.payout(market, shop.id, id);
    const [lines, answers] = await Promise.all([this.ledger.lines(id), this.answers.of(shop.id, 'payout')]);
    return page(
      'market/books/payout',
      {
        ...{
          market: sandbox.id,
          payout,
          answer: answers.get(id) ?? null,
          ...statementPage(lines),
          fees: feeTable(sandbox.setup),
        },
        ...{ values: refill?.values ?? {}, problems: refill?.problems ?? [] },
      },
      refill ? 422 : 200,
    );
  }
}
