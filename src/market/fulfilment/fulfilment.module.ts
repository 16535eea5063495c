import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { Carrier } from './carrier.service.js';
import { Parcels } from './parcels.service.js';

@Module({
  imports: [CatalogueModule, ConversationsModule, OrdersModule],
  providers: [Parcels, Carrier],
  exports: [Parcels, Carrier],
})
export class FulfilmentModule {}
