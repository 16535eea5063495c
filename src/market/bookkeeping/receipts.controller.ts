import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { CreditNoteReader } from './credit-note-reader.service.js';
import { reasonFrom, receiptFrom } from './receipt-input.js';
import { receiptForm, receiptPaper } from './receipt-page.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { Receipts } from './receipts.service.js';
import { vatStandingOf, vatWords } from './vat-standing.js';

/** What a seller gives her buyers for their money. */
@Controller('m/:market/money/receipts')
@Allow('learner', 'trainer')
export class ReceiptsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly orders: OrderReader,
    private readonly receipts: Receipts,
    private readonly reader: ReceiptReader,
    private readonly notes: CreditNoteReader,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const { sandbox, market: generation, by } = await this.access.enter(market, me);
    const shop = await this.shops.own(generation, by.party);
    const [missing, receipts, unnoted, notes] = await Promise.all([
      this.reader.missing(generation, by.party),
      shop ? this.reader.ofShop(generation, shop.id) : [],
      shop ? this.notes.missing(generation, shop.id, vatStandingOf(sandbox.setup)) : [],
      shop ? this.notes.ofShop(generation, shop.id) : [],
    ]);
    return page('market/books/receipts', { market, missing, receipts, unnoted, notes });
  }

  @Get('for/:order')
  async form(@Param('market') market: string, @Param('order') order: string, @Me() me: Signed): Promise<Page> {
    return this.formOf(await this.access.enter(market, me), order);
  }

  @Post('for/:order')
  async issue(
    @Param('market') market: string,
    @Param('order') order: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      const id = await this.receipts.issue(standing.by, { ...receiptFrom(form ?? {}), orderId: order });
      return seeOther(`/m/${market}/money/receipts/${id}`, success('books.receipt_issued'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.formOf(standing, order, { values: form ?? {}, problems: refusal.problems });
    }
  }

  @Get(':id')
  async show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.paper(await this.access.enter(market, me), id, { layout: 'page', problems: [] });
  }

  /** On A5 as a rule, on A4 where she asks for it. */
  @Get(':id/print.html')
  async print(
    @Param('market') market: string,
    @Param('id') id: string,
    @Me() me: Signed,
    @Query('size') size?: string,
  ): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const back = `/m/${market}/money/receipts/${id}`;
    return this.paper(standing, id, { layout: 'print', problems: [], back, isLarge: size === 'a4' });
  }

  @Post(':id/sending')
  async send(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.receipts.send(by, { receiptId: id });
    return seeOther(`/m/${market}/money/receipts`, success('books.receipt_was_sent'));
  }

  @Post(':id/cancellation')
  async cancel(
    @Param('market') market: string,
    @Param('id') id: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await this.receipts.cancel(standing.by, { receiptId: id, reason: reasonFrom(form ?? {}) });
      return seeOther(`/m/${market}/money/receipts`, success('books.receipt_was_cancelled'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.paper(standing, id, { layout: 'page', values: form ?? {}, problems: refusal.problems });
    }
  }

  private async formOf(
    { sandbox, market, by }: Standing,
    orderId: string,
    refused?: { values: Form; problems: Problem[] },
  ): Promise<Page> {
    const order = await this.orders.ofSeller(market, by.party, orderId);
    const [lines, group] = await Promise.all([this.orders.lines([orderId]), this.orders.group(market, order.groupId)]);
    const form = receiptForm(order, lines, refused?.values ?? { buyerName: group.buyerName });
    const vat = vatWords(vatStandingOf(sandbox.setup));
    return page(
      'market/books/receipt-form',
      { market: sandbox.id, order, vat, ...form, problems: refused?.problems ?? [] },
      refused ? 422 : 200,
    );
  }

  private async paper(
    { sandbox, market, by }: Standing,
    id: string,
    how: { layout: 'page' | 'print'; problems: Problem[] } & Record<string, unknown>,
  ): Promise<Page> {
    const receipt = await this.reader.ofSeller(market, by.party, id);
    const [order, shop] = await Promise.all([
      this.orders.get(market, receipt.orderId),
      this.shops.own(market, by.party),
    ]);
    const paper = receiptPaper(receipt, order, shop, vatStandingOf(sandbox.setup));
    const view = how.layout === 'print' ? 'market/books/receipt-print' : 'market/books/receipt';
    return page(view, { market: sandbox.id, ...paper, ...how }, how.problems.length > 0 ? 422 : 200);
  }
}
