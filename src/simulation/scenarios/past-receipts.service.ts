import { Injectable } from '@nestjs/common';
import { MoneySources } from '../../market/bookkeeping/money-sources.service.js';
import { rightReceipt } from '../../market/bookkeeping/receipt.js';
import { Receipts } from '../../market/bookkeeping/receipts.service.js';
import { vatStandingOf } from '../../market/bookkeeping/vat-standing.js';
import type { Order } from '../../market/orders/order.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import type { PastShop } from './past-shop.js';

/** The receipts that a shop gave in its past: right ones, at once. */
@Injectable()
export class PastReceipts {
  constructor(
    private readonly reader: OrderReader,
    private readonly receipts: Receipts,
    private readonly sources: MoneySources,
  ) {}

  async give({ seller, sandbox, market }: PastShop, order: Order): Promise<void> {
    const vat = vatStandingOf(sandbox.setup);
    const { id: orderId, totalSatang } = order;
    const exemptSatang = (await this.sources.exemptOf(market, [orderId], vat)).get(orderId) ?? 0;
    const { vatSatang, mayBeTaxInvoice } = rightReceipt({ totalSatang, exemptSatang }, vat);
    const [{ buyerName }, lines] = await Promise.all([
      this.reader.group(market, order.groupId),
      this.reader.lines([orderId]),
    ]);
    const receiptId = await this.receipts.issue(seller, {
      ...{ orderId, title: mayBeTaxInvoice ? 'tax_invoice' : 'receipt', buyerName, totalSatang, vatSatang },
      // A prepared shop sells one kind of goods: all of its lines are exempt, or none.
      exempt: exemptSatang > 0 ? lines.map((_line, at) => at) : [],
    });
    await this.receipts.send(seller, { receiptId });
  }
}
