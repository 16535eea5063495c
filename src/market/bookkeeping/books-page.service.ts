import { Injectable } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { baht } from '../../shared/money.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import type { Refill } from './answered.js';
import { answersOf, type BookLine, EXPENSE_CATEGORIES, INCOME_CATEGORIES, moneyAfter, sumsOf, vatDue } from './book.js';
import { BookReader } from './book-reader.service.js';
import type { MoneyDocument } from './documents.js';
import { MoneyAnswers } from './money-answers.service.js';
import { placeOf } from './money-sources.service.js';
import { chosenPeriod, periodsOf, typedDay } from './period.js';
import { sumsByCategory } from './result-page.js';
import { vatStandingOf } from './vat-standing.js';

/** The pages of a seller's book. */
@Injectable()
export class BooksPages {
  constructor(
    private readonly shops: Shops,
    private readonly reader: BookReader,
    private readonly answers: MoneyAnswers,
  ) {}

  /** The lines of a period, and the papers that are in no line yet. */
  async book(standing: Standing, from: unknown): Promise<Page> {
    const { sandbox, market, by } = standing;
    const { periods, period } = periodsFor(standing, from);
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const [lines, documents, entered, opening] = await Promise.all([
      this.reader.lines(market, shop.id, period),
      this.reader.documents(placeOf(standing), shop.id),
      this.reader.entered(market, shop.id),
      this.reader.opening(shop.id),
    ]);
    const { isRegistered } = vatStandingOf(sandbox.setup);
    return page('market/books/book', {
      ...{ market: sandbox.id, period, periods: tabs(periods, period), opening, isRegistered },
      lines: lines.map((line) => ({ ...line, ...paperOf(line, documents) })),
      waiting: documents.filter(({ eventId }) => !entered.has(eventId)),
    });
  }

  /** An empty line, the line of a paper that she picked, or one that she mends. */
  async line(standing: Standing, picked: { id?: string; document?: string }, refill?: Refill): Promise<Page> {
    const { sandbox, market, by } = standing;
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const documents = await this.reader.documents(placeOf(standing), shop.id);
    const line = picked.id ? await this.reader.line(market, shop.id, picked.id) : null;
    const values = refill?.values ?? (line ? asTyped(line, documents) : { document: picked.document ?? '' });
    const chosen = documents.find(({ id }) => id === values.document) ?? null;
    return page(
      'market/books/line',
      {
        ...{ market: sandbox.id, line, values, chosen, problems: refill?.problems ?? [] },
        isRegistered: vatStandingOf(sandbox.setup).isRegistered,
        isPhoto: String(values.document ?? '').startsWith('photo:'),
        documents: documents.map((one) => ({ ...one, isChosen: one === chosen })),
        categories: { income: choices(INCOME_CATEGORIES, values), expense: choices(EXPENSE_CATEGORIES, values) },
      },
      refill ? 422 : 200,
    );
  }

  async opening({ sandbox, market, by }: Standing, refill?: Refill): Promise<Page> {
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const opening = await this.reader.opening(shop.id);
    const kept = opening && { cash: baht(opening.cashSatang), bank: baht(opening.bankSatang) };
    return page(
      'market/books/opening',
      {
        ...{ market: sandbox.id, counted: sandbox.setup?.books?.opening ?? null },
        ...{ values: refill?.values ?? kept ?? {}, problems: refill?.problems ?? [] },
      },
      refill ? 422 : 200,
    );
  }

  /** What came in and went out in the period, for her to say what it brought. */
  async result(standing: Standing, from: unknown, refill?: Refill): Promise<Page> {
    const { sandbox, market, by } = standing;
    const { periods, period } = periodsFor(standing, from);
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const [lines, opening, answers] = await Promise.all([
      this.reader.lines(market, shop.id, period),
      this.reader.opening(shop.id),
      this.answers.of(shop.id, 'profit'),
    ]);
    const sums = sumsOf(lines);
    const answer = answers.get(period.from) ?? null;
    return page(
      'market/books/result',
      {
        ...{ market: sandbox.id, period, periods: tabs(periods, period), sums, ...sumsByCategory(lines) },
        ...{ isRegistered: vatStandingOf(sandbox.setup).isRegistered, dueSatang: vatDue(sums) },
        ...{ hasLines: lines.length > 0, answer: answer && said(answer.amountSatang) },
        leftSatang: opening ? moneyAfter(opening.cashSatang + opening.bankSatang, sums) : null,
        ...{ values: refill?.values ?? {}, problems: refill?.problems ?? [] },
      },
      refill ? 422 : 200,
    );
  }
}

export function periodsFor({ sandbox }: Pick<Standing, 'sandbox'>, from: unknown) {
  const periods = periodsOf(sandbox.setup?.books, new Date(sandbox.openedClock), new Date(sandbox.clock));
  return { periods, period: chosenPeriod(periods, from) };
}

export const tabs = (periods: ReturnType<typeof periodsFor>['periods'], chosen: { from: string }) =>
  periods.map((one) => ({ ...one, isChosen: one.from === chosen.from }));

const choices = (categories: readonly string[], values: Form) =>
  categories.map((category) => ({ category, isChosen: values.category === category }));

function paperOf({ documentId, eventId }: BookLine, documents: readonly MoneyDocument[]) {
  const memo = documents.find((one) => one.kind === 'memo' && one.eventId === eventId) ?? null;
  if (!documentId) return { paper: null, memo };
  const paper = documents.find(({ id }) => id === documentId);
  return { paper: paper ?? { kind: documentId.split(':')[0], name: '', path: null }, memo: null };
}

/** A line without a paper still tells of an event, where she picked her memo of it. */
function asTyped(line: BookLine, documents: readonly MoneyDocument[]): Form {
  const { kind, category, amountSatang, vatSatang, day, note, documentId, eventId } = line;
  const memo = documents.find((one) => one.kind === 'memo' && one.eventId === eventId);
  return {
    ...answersOf(kind),
    category: category ?? '',
    amount: baht(amountSatang),
    vat: vatSatang > 0 ? baht(vatSatang) : '',
    day: typedDay(day),
    note,
    document: documentId ?? memo?.id ?? '',
  };
}

const said = (satang: number) => ({ result: satang < 0 ? 'loss' : 'profit', satang: Math.abs(satang) });
