import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import Stripe from 'stripe';
import { Classes } from '../accounts/classes.service.js';
import { BOOKS, type BookName, ProviderBooks } from '../market/payments/provider-books.service.js';
import { WhichProvider } from '../market/payments/which-provider.service.js';
import type { Sandbox } from '../market/sandboxes/sandbox.entity.js';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { notFound } from '../shared/refusal.js';
import { ClassMarkets } from './class-markets.service.js';
import { deliveryRow, entryRow, eventRow, paymentRow } from './provider-rows.js';

/** The payment provider's own books of the class's market, as its dashboard shows them: to read, and to send an event again. */
@Controller('classes/:id/market/provider')
@Allow('trainer')
export class ClassProviderController {
  constructor(
    private readonly classes: Classes,
    private readonly markets: ClassMarkets,
    private readonly books: ProviderBooks,
    private readonly provider: WhichProvider,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Me() me: Signed,
    @Query('book') wanted: string | undefined,
    @Query('after') from: string | undefined,
  ): Promise<Page> {
    const { group, market } = await this.marketOf(id, me);
    const book = BOOKS.find((one) => one === wanted) ?? 'payments';
    const after = /^\w{1,64}$/.test(String(from ?? '')) ? String(from) : null;
    const provider = await this.provider.name();
    const read = provider === 'practice' ? await this.read(book, market, after) : null;
    const path = `/classes/${id}/market/provider`;
    const tabs = BOOKS.map((one) => ({
      label: `provider-books.${one}`,
      href: `${path}?book=${one}`,
      isHere: one === book,
    }));
    const next = read?.next ? `${path}?book=${book}&after=${read.next}` : null;
    const data = { layout: 'desk', group, path, tabs, book, provider, isThere: read !== null, ...read, next };
    return page('classroom/provider', data);
  }

  @Post('events/:event/resend')
  async resend(@Param('id') id: string, @Param('event') event: string, @Me() me: Signed): Promise<SeeOther> {
    const { market } = await this.marketOf(id, me);
    if ((await this.provider.name()) !== 'practice') throw notFound();
    await this.books.resend(market, event);
    return seeOther(`/classes/${id}/market/provider?book=deliveries`, success('provider-books.resent'));
  }

  private async marketOf(id: string, me: Signed) {
    const group = await this.classes.ofTrainer(id, me.id);
    const market = await this.markets.find(id);
    if (!market) throw notFound('errors.market_not_found');
    return { group, market };
  }

  /** The rows of one book, or null while the provider does not answer. */
  private async read(book: BookName, market: Sandbox, after: string | null) {
    try {
      return await this.rows(book, market, after);
    } catch (problem) {
      if (problem instanceof Stripe.errors.StripeConnectionError || problem instanceof TypeError) return null;
      throw problem;
    }
  }

  private async rows(book: BookName, market: Sandbox, after: string | null) {
    if (book === 'events') {
      const { lines, next } = await this.books.events(market, after);
      return { next, rows: lines.map(eventRow) };
    }
    if (book === 'deliveries') {
      const { lines, next } = await this.books.deliveries(market, after);
      return { next, rows: lines.map(deliveryRow) };
    }
    if (book === 'balance') {
      const [sum, { lines, next }] = await Promise.all([this.books.balance(market), this.books.entries(market, after)]);
      return { next, sum, rows: lines.map(entryRow) };
    }
    const { lines, next } = await this.books.payments(market, after);
    return { next, rows: lines.map(paymentRow) };
  }
}
