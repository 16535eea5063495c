import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import type { Problem } from '../../shared/refusal.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { type Form, text } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { periodsFor, tabs } from './books-page.service.js';
import { matchingPage } from './matching-page.js';
import { UNMATCHED_REASONS } from './matching-truth.js';
import { ReconciliationReader } from './reconciliation-reader.service.js';
import { Reconciliations } from './reconciliations.service.js';

/** At the end of a week: which credit was for which order, and which for none. */
@Controller('m/:market/money/matching')
@Allow('learner', 'trainer')
export class MatchingController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly reader: ReconciliationReader,
    private readonly reconciliations: Reconciliations,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Me() me: Signed, @Query('from') from?: string): Promise<Page> {
    return this.matching(await this.access.enter(market, me), from);
  }

  /** One picked credit with one picked order, or without any and why. */
  @Post()
  async note(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const { period } = periodsFor(standing, form?.from);
    const typed = form ?? {};
    const creditId = text(typed, 'credit');
    const reason = UNMATCHED_REASONS.find((one) => one === typed.reason) ?? null;
    const orderId = reason ? null : text(typed, 'order') || null;
    const problems: Problem[] = [];
    if (!creditId) problems.push({ field: 'credit', key: 'books.credit_needed' });
    if (!orderId && !reason) problems.push({ field: 'order', key: 'books.order_or_reason' });
    if (problems.length > 0) return this.matching(standing, period.from, typed, problems);
    await this.reconciliations.note(standing.by, { ...period, creditId, orderId, reason });
    return seeOther(`/m/${market}/money/matching?from=${period.from}`, success('books.noted'));
  }

  @Post('undoing')
  async undo(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<SeeOther> {
    const standing = await this.access.enter(market, me);
    const { period } = periodsFor(standing, form?.from);
    await this.reconciliations.takeBack(standing.by, { ...period, creditId: text(form ?? {}, 'credit') });
    return seeOther(`/m/${market}/money/matching?from=${period.from}`, success('books.taken_back'));
  }

  @Post('submission')
  async submit(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<SeeOther> {
    const standing = await this.access.enter(market, me);
    const { period } = periodsFor(standing, form?.from);
    await this.reconciliations.submit(standing.by, period);
    return seeOther(`/m/${market}/money/matching?from=${period.from}`, success('books.matching_sent'));
  }

  private async matching(
    standing: Standing,
    from: unknown,
    values: Form = {},
    problems: Problem[] = [],
  ): Promise<Page> {
    const { sandbox, market, by } = standing;
    const { periods, period } = periodsFor(standing, from);
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const [credits, orders, known] = await Promise.all([
      this.reader.credits(market, by.party, period),
      this.reader.orders(market, by.party, period),
      this.reader.find(shop.id, period.from),
    ]);
    const entries = known ? await this.reader.entries(known.id) : [];
    return page(
      'market/books/matching',
      {
        ...{ market: sandbox.id, period, periods: tabs(periods, period), values, problems },
        ...{ submittedAt: known?.submittedAt ?? null, reasons: UNMATCHED_REASONS },
        ...matchingPage(credits, orders, entries, values),
      },
      problems.length > 0 ? 422 : 200,
    );
  }
}
