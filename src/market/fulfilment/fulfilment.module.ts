import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CodModule } from '../cod/cod.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { InsightsModule } from '../insights/insights.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { Carrier } from './carrier.service.js';
import { OrderPages } from './order-pages.service.js';
import { OrderQueue } from './order-queue.service.js';
import { PapersController } from './papers.controller.js';
import { ParcelsController } from './parcels.controller.js';
import { Parcels } from './parcels.service.js';
import { PurchasesController } from './purchases.controller.js';
import { SellerOrdersController } from './seller-orders.controller.js';
import { ShipmentAnnouncements } from './shipment-announcements.js';

@Module({
  imports: [CatalogueModule, CodModule, ConversationsModule, InsightsModule, OrdersModule, PaymentsModule, ShopsModule],
  controllers: [SellerOrdersController, ParcelsController, PapersController, PurchasesController],
  providers: [Parcels, Carrier, ShipmentAnnouncements, OrderPages, OrderQueue],
  exports: [Parcels, Carrier, ShipmentAnnouncements],
})
export class FulfilmentModule {}
