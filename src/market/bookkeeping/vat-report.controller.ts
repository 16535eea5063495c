import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { BookReader } from './book-reader.service.js';
import { periodsFor, tabs } from './books-page.service.js';
import { placeOf } from './money-sources.service.js';
import { vatReport } from './vat-report.js';
import { vatStandingOf, vatWords } from './vat-standing.js';

/** The VAT book of a period: what the shop took for the state, and what it paid itself. */
@Controller('m/:market/money/books/vat')
@Allow('learner', 'trainer')
export class VatReportController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly reader: BookReader,
  ) {}

  @Get()
  async report(@Param('market') market: string, @Me() me: Signed, @Query('from') from?: string): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const { periods, period } = periodsFor(standing, from);
    const shop = await this.shops.own(standing.market, standing.by.party);
    if (!shop) return page('market/books/no-shop', { market });
    const [lines, documents] = await Promise.all([
      this.reader.lines(standing.market, shop.id, period),
      this.reader.documents(placeOf(standing), shop.id),
    ]);
    const { output, input } = vatReport(lines);
    const byId = new Map(documents.map((one) => [one.id, one]));
    const sides = { output, input };
    return page('market/books/vat', {
      ...{ market, period, periods: tabs(periods, period), vat: vatWords(vatStandingOf(standing.sandbox.setup)) },
      sides: (['output', 'input'] as const).map((side) => ({
        ...{ side, vatSatang: sides[side].vatSatang },
        rows: sides[side].rows.map((row) => ({ ...row, paper: byId.get(row.documentId ?? '') ?? null })),
      })),
      ...owed(output.vatSatang - input.vatSatang),
    });
  }
}

const owed = (satang: number) => ({ isCredit: satang < 0, dueSatang: Math.abs(satang) });
