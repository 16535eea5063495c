import { Module } from '@nestjs/common';
import { CartModule } from '../cart/cart.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { CheckoutController } from './checkout.controller.js';
import { Checkout } from './checkout.service.js';
import { GroupsController } from './groups.controller.js';
import { OrderMoves } from './order-moves.service.js';
import { OrderReader } from './order-reader.service.js';
import { Orders } from './orders.service.js';
import { PaidOrders } from './paid-orders.listener.js';
import { RefundsController } from './refunds.controller.js';

@Module({
  imports: [CartModule, CatalogueModule, ConversationsModule, PaymentsModule, ShopsModule],
  controllers: [CheckoutController, GroupsController, RefundsController],
  providers: [Checkout, OrderMoves, OrderReader, Orders, PaidOrders],
  exports: [Checkout, OrderMoves, OrderReader, Orders],
})
export class OrdersModule {}
