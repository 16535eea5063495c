import { Controller, Get, Param } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { CreditNotePapers } from './credit-note-papers.service.js';
import { CreditNoteReader } from './credit-note-reader.service.js';

/** The credit notes that a buyer was sent for an order. */
@Controller('m/:market/purchases/:id/credit-notes.html')
@Allow('learner', 'trainer')
export class BoughtNotesController {
  constructor(
    private readonly access: MarketAccess,
    private readonly reader: CreditNoteReader,
    private readonly papers: CreditNotePapers,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { sandbox, market: generation, by } = await this.access.enter(market, me);
    const notes = await this.reader.ofBuyer(generation, asBuyer(by).party, id);
    if (notes.length === 0) throw notFound('books.note_not_found');
    const papers = await Promise.all(notes.map((note) => this.papers.of(sandbox, generation, note)));
    return page('market/books/credit-note-print', { layout: 'print', back: `/m/${market}/purchases/${id}`, papers });
  }
}
