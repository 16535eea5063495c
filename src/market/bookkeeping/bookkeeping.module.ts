import { Module } from '@nestjs/common';
import { BankModule } from '../bank/bank.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { MediaModule } from '../media/media.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ReceivingModule } from '../receiving/receiving.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { BookReader } from './book-reader.service.js';
import { BooksController } from './books.controller.js';
import { Books } from './books.service.js';
import { BooksPages } from './books-page.service.js';
import { BoughtNotesController } from './bought-notes.controller.js';
import { BoughtReceiptController } from './bought-receipt.controller.js';
import { CodController } from './cod.controller.js';
import { CodParcels } from './cod-parcels.service.js';
import { CreditNotePapers } from './credit-note-papers.service.js';
import { CreditNoteReader } from './credit-note-reader.service.js';
import { CreditNotesController } from './credit-notes.controller.js';
import { CreditNotes } from './credit-notes.service.js';
import { ForecastController } from './forecast.controller.js';
import { Forecasts } from './forecasts.service.js';
import { MatchingController } from './matching.controller.js';
import { MoneyAnswers } from './money-answers.service.js';
import { MoneyHomeController } from './money-home.controller.js';
import { MoneyHome } from './money-home.service.js';
import { MoneySources } from './money-sources.service.js';
import { MoneyPapersController } from './papers.controller.js';
import { PayoutsController } from './payouts.controller.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { Receipts } from './receipts.service.js';
import { Reckonings } from './reckonings.service.js';
import { ReconciliationReader } from './reconciliation-reader.service.js';
import { Reconciliations } from './reconciliations.service.js';
import { ShopLedger } from './shop-ledger.service.js';
import { VatReportController } from './vat-report.controller.js';
import { Vouchers } from './vouchers.service.js';

/** What a seller writes down about her money: receipts, the book, what she reckons. */
@Module({
  imports: [BankModule, ConversationsModule, LedgerModule, MediaModule, OrdersModule, ReceivingModule, ShopsModule],
  controllers: [
    MoneyHomeController,
    ReceiptsController,
    BoughtReceiptController,
    CreditNotesController,
    BoughtNotesController,
    VatReportController,
    BooksController,
    MoneyPapersController,
    MatchingController,
    PayoutsController,
    CodController,
    ForecastController,
  ],
  providers: [
    MoneyHome,
    Receipts,
    ReceiptReader,
    CreditNotes,
    CreditNoteReader,
    CreditNotePapers,
    Vouchers,
    Books,
    BookReader,
    BooksPages,
    MoneyAnswers,
    MoneySources,
    ReconciliationReader,
    Reconciliations,
    Reckonings,
    ShopLedger,
    Forecasts,
    CodParcels,
  ],
  exports: [
    Receipts,
    ReceiptReader,
    CreditNotes,
    CreditNoteReader,
    Books,
    BookReader,
    MoneyAnswers,
    MoneySources,
    ReconciliationReader,
    Reconciliations,
    Reckonings,
    ShopLedger,
    Forecasts,
  ],
})
export class BookkeepingModule {}
