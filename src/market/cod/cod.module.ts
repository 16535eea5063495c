import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { CodConfirmationController } from './cod-confirmation.controller.js';
import { CodOrders } from './cod-orders.service.js';

/** Cash on delivery, as far as seller and buyer agree on it. */
@Module({
  imports: [ConversationsModule, OrdersModule, PaymentsModule, ShopsModule],
  controllers: [CodConfirmationController],
  providers: [CodOrders],
  exports: [CodOrders],
})
export class CodModule {}
