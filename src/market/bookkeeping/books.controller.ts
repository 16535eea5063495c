import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Media, type StoredPhoto } from '../media/media.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { answered } from './answered.js';
import { lineFrom, openingFrom, profitFrom } from './book-input.js';
import { Books } from './books.service.js';
import { BooksPages, periodsFor } from './books-page.service.js';

/** The seller's book (สมุดรายรับรายจ่าย): its lines, what she began with, what a period brought. */
@Controller('m/:market/money/books')
@Allow('learner', 'trainer')
export class BooksController {
  constructor(
    private readonly access: MarketAccess,
    private readonly books: Books,
    private readonly pages: BooksPages,
    private readonly media: Media,
  ) {}

  @Get()
  async book(@Param('market') market: string, @Me() me: Signed, @Query('from') from?: string): Promise<Page> {
    return this.pages.book(await this.access.enter(market, me), from);
  }

  @Get('opening')
  async opening(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return this.pages.opening(await this.access.enter(market, me));
  }

  @Post('opening')
  async open(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    return answered(
      form,
      (refill) => this.pages.opening(standing, refill),
      async () => {
        await this.books.open(standing.by, openingFrom(form ?? {}));
        return seeOther(`/m/${market}/money/books`, success('books.opening_saved'));
      },
    );
  }

  @Get('result')
  async result(@Param('market') market: string, @Me() me: Signed, @Query('from') from?: string): Promise<Page> {
    return this.pages.result(await this.access.enter(market, me), from);
  }

  @Post('result')
  async submit(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const { period } = periodsFor(standing, form?.from);
    return answered(
      form,
      (refill) => this.pages.result(standing, period.from, refill),
      async () => {
        await this.books.submitProfit(standing.by, { ...period, profitSatang: profitFrom(form ?? {}) });
        return seeOther(`/m/${market}/money/books/result?from=${period.from}`, success('books.result_saved'));
      },
    );
  }

  @Get('lines/new')
  async fresh(@Param('market') market: string, @Me() me: Signed, @Query('document') document?: string): Promise<Page> {
    return this.pages.line(await this.access.enter(market, me), { document });
  }

  @Post('lines')
  async add(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    return this.save(await this.access.enter(market, me), null, form ?? {});
  }

  @Get('lines/:line')
  async line(@Param('market') market: string, @Param('line') id: string, @Me() me: Signed): Promise<Page> {
    return this.pages.line(await this.access.enter(market, me), { id });
  }

  @Post('lines/:line')
  async mend(
    @Param('market') market: string,
    @Param('line') id: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    return this.save(await this.access.enter(market, me), id, form ?? {});
  }

  @Post('lines/:line/removal')
  async strike(@Param('market') market: string, @Param('line') lineId: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.books.strike(by, { lineId });
    return seeOther(`/m/${market}/money/books`, success('books.line_struck'));
  }

  private save(standing: Standing, lineId: string | null, form: Form): Promise<Page | SeeOther> {
    const { by, sandbox } = standing;
    return answered(
      form,
      (refill) => this.pages.line(standing, { id: lineId ?? undefined }, refill),
      async () => {
        const input = lineFrom(form);
        await this.books.save(by, { ...input, lineId, photo: await this.photo(form) });
        return seeOther(`/m/${sandbox.id}/money/books`, success('books.line_saved'));
      },
    );
  }

  private photo(form: Form): Promise<StoredPhoto> | null {
    if (!(form.photo instanceof Buffer) || form.photo.length === 0) return null;
    return this.media.store(form.photo, { licence: 'own', source: 'camera', flaws: [], alt: '' });
  }
}
