import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { MediaModule } from '../media/media.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { BookReader } from './book-reader.service.js';
import { BooksController } from './books.controller.js';
import { Books } from './books.service.js';
import { BooksPages } from './books-page.service.js';
import { BoughtReceiptController } from './bought-receipt.controller.js';
import { MoneyAnswers } from './money-answers.service.js';
import { MoneyHomeController } from './money-home.controller.js';
import { MoneyHome } from './money-home.service.js';
import { MoneySources } from './money-sources.service.js';
import { MoneyPapersController } from './papers.controller.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { Receipts } from './receipts.service.js';

/** What a seller writes down about her money: receipts, the book, what she reckons. */
@Module({
  imports: [ConversationsModule, MediaModule, OrdersModule, ShopsModule],
  controllers: [
    MoneyHomeController,
    ReceiptsController,
    BoughtReceiptController,
    BooksController,
    MoneyPapersController,
  ],
  providers: [MoneyHome, Receipts, ReceiptReader, Books, BookReader, BooksPages, MoneyAnswers, MoneySources],
  exports: [Receipts, ReceiptReader, Books, BookReader, MoneyAnswers, MoneySources],
})
export class BookkeepingModule {}
