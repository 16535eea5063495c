import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { answered, type Refill } from './answered.js';
import { noteFrom } from './credit-note.js';
import { CreditNotePapers } from './credit-note-papers.service.js';
import { CreditNoteReader } from './credit-note-reader.service.js';
import { CreditNotes } from './credit-notes.service.js';
import { vatStandingOf, vatWords } from './vat-standing.js';

/** What a seller gives a buyer on paper when money of a receipt went back. */
@Controller('m/:market/money/credit-notes')
@Allow('learner', 'trainer')
export class CreditNotesController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly reader: CreditNoteReader,
    private readonly notes: CreditNotes,
    private readonly papers: CreditNotePapers,
  ) {}

  @Get('for/:refund')
  async form(@Param('market') market: string, @Param('refund') refund: string, @Me() me: Signed): Promise<Page> {
    return this.formOf(await this.access.enter(market, me), refund);
  }

  @Post('for/:refund')
  async issue(
    @Param('market') market: string,
    @Param('refund') refund: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    return answered(
      form,
      (refill) => this.formOf(standing, refund, refill),
      async () => {
        const id = await this.notes.issue(standing.by, { ...noteFrom(form ?? {}), refundId: `refund:${refund}` });
        return seeOther(`/m/${market}/money/credit-notes/${id}`, success('books.note_issued'));
      },
    );
  }

  @Get(':id')
  async show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { sandbox, market: generation, by } = await this.access.enter(market, me);
    const note = await this.reader.ofSeller(generation, by.party, id);
    return page('market/books/credit-note', { market, ...(await this.papers.of(sandbox, generation, note)) });
  }

  /** On A5 as a rule, on A4 where she asks for it. */
  @Get(':id/print.html')
  async print(
    @Param('market') market: string,
    @Param('id') id: string,
    @Me() me: Signed,
    @Query('size') size?: string,
  ): Promise<Page> {
    const { sandbox, market: generation, by } = await this.access.enter(market, me);
    const note = await this.reader.ofSeller(generation, by.party, id);
    const papers = [await this.papers.of(sandbox, generation, note)];
    const back = `/m/${market}/money/credit-notes/${id}`;
    return page('market/books/credit-note-print', { layout: 'print', back, isLarge: size === 'a4', papers });
  }

  @Post(':id/sending')
  async send(@Param('market') market: string, @Param('id') noteId: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.notes.send(by, { noteId });
    return seeOther(`/m/${market}/money/receipts`, success('books.note_was_sent'));
  }

  @Post(':id/cancellation')
  async cancel(@Param('market') market: string, @Param('id') noteId: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.notes.cancel(by, { noteId });
    return seeOther(`/m/${market}/money/receipts`, success('books.note_was_cancelled'));
  }

  private async formOf({ sandbox, market, by }: Standing, refundId: string, refill?: Refill): Promise<Page> {
    const shop = await this.shops.own(market, by.party);
    const vat = vatStandingOf(sandbox.setup);
    const refunds = shop ? await this.reader.notable(market, shop.id, vat) : [];
    const refund = refunds.find((one) => one.refundId === `refund:${refundId}`);
    if (!refund) throw notFound('books.refund_not_found');
    return page(
      'market/books/credit-note-form',
      {
        ...{ market: sandbox.id, refund, at: refundId, vat: vatWords(vat) },
        ...{ values: refill?.values ?? {}, problems: refill?.problems ?? [] },
      },
      refill ? 422 : 200,
    );
  }
}
