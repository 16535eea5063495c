import { Controller, Get, Param } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { receiptPaper } from './receipt-page.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { vatStandingOf } from './vat-standing.js';

/** The receipt that a buyer was sent. */
@Controller('m/:market/purchases/:id/sales-receipt.html')
@Allow('learner', 'trainer')
export class BoughtReceiptController {
  constructor(
    private readonly access: MarketAccess,
    private readonly orders: OrderReader,
    private readonly shops: Shops,
    private readonly reader: ReceiptReader,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { sandbox, market: generation, by } = await this.access.enter(market, me);
    const receipt = await this.reader.ofBuyer(generation, asBuyer(by).party, id);
    const order = await this.orders.get(generation, id);
    const shop = await this.shops.own(generation, order.sellerParty);
    const paper = receiptPaper(receipt, order, shop, vatStandingOf(sandbox.setup));
    return page('market/books/receipt-print', { layout: 'print', back: `/m/${market}/purchases/${id}`, ...paper });
  }
}
