import { Module } from '@nestjs/common';
import { BankModule } from './bank/bank.module.js';
import { BookkeepingModule } from './bookkeeping/bookkeeping.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { CodModule } from './cod/cod.module.js';
import { FulfilmentModule } from './fulfilment/fulfilment.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { ReceivingModule } from './receiving/receiving.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { SandboxesModule } from './sandboxes/sandboxes.module.js';
import { SellerCentreModule } from './seller-centre/seller-centre.module.js';
import { ShopsModule } from './shops/shops.module.js';
import { StorefrontModule } from './storefront/storefront.module.js';

@Module({
  imports: [
    SandboxesModule,
    ShopsModule,
    CatalogueModule,
    OrdersModule,
    CodModule,
    FulfilmentModule,
    PaymentsModule,
    BankModule,
    LedgerModule,
    ReceivingModule,
    ReviewsModule,
    BookkeepingModule,
    SellerCentreModule,
    StorefrontModule,
  ],
  exports: [
    BankModule,
    CodModule,
    ReceivingModule,
    BookkeepingModule,
    OrdersModule,
    FulfilmentModule,
    PaymentsModule,
    LedgerModule,
    SandboxesModule,
    ShopsModule,
    CatalogueModule,
  ],
})
export class MarketModule {}
