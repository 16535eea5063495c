import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { BoughtReceiptController } from './bought-receipt.controller.js';
import { MoneyHomeController } from './money-home.controller.js';
import { MoneyHome } from './money-home.service.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { Receipts } from './receipts.service.js';

/** What a seller writes down about her money: receipts, the book, what she reckons. */
@Module({
  imports: [ConversationsModule, OrdersModule, ShopsModule],
  controllers: [MoneyHomeController, ReceiptsController, BoughtReceiptController],
  providers: [MoneyHome, Receipts, ReceiptReader],
  exports: [Receipts, ReceiptReader],
})
export class BookkeepingModule {}
