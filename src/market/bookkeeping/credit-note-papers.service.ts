import { Injectable } from '@nestjs/common';
import { bahtWords } from '../../shared/baht-words.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { Shops } from '../shops/shops.service.js';
import { type CreditNote, noteSums } from './credit-note.js';
import { CreditNoteReader } from './credit-note-reader.service.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { vatStandingOf } from './vat-standing.js';

/** A credit note as it is read and printed, by its seller and by its buyer. */
@Injectable()
export class CreditNotePapers {
  constructor(
    private readonly orders: OrderReader,
    private readonly shops: Shops,
    private readonly receipts: ReceiptReader,
    private readonly reader: CreditNoteReader,
  ) {}

  async of({ setup }: Pick<Sandbox, 'setup'>, market: string, note: CreditNote) {
    const order = await this.orders.get(market, note.orderId);
    const [receipt, shop, backBefore] = await Promise.all([
      this.receipts.ofSeller(market, order.sellerParty, note.receiptId),
      this.shops.own(market, order.sellerParty),
      this.reader.before(note),
    ]);
    const { number, basisPoints } = vatStandingOf(setup);
    return {
      ...{ note, receipt, shop, orderNumber: order.number },
      ...{ words: bahtWords(note.amountSatang), sums: noteSums(note, receipt.totalSatang, backBefore) },
      vat: { number, percent: basisPoints / 100 },
    };
  }
}
