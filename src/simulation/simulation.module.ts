import { Module } from '@nestjs/common';
import { BankModule } from '../market/bank/bank.module.js';
import { BookkeepingModule } from '../market/bookkeeping/bookkeeping.module.js';
import { CatalogueModule } from '../market/catalogue/catalogue.module.js';
import { CodModule } from '../market/cod/cod.module.js';
import { FulfilmentModule } from '../market/fulfilment/fulfilment.module.js';
import { InsightsModule } from '../market/insights/insights.module.js';
import { LedgerModule } from '../market/ledger/ledger.module.js';
import { MediaModule } from '../market/media/media.module.js';
import { OrdersModule } from '../market/orders/orders.module.js';
import { PaymentsModule } from '../market/payments/payments.module.js';
import { ReceivingModule } from '../market/receiving/receiving.module.js';
import { ReviewsModule } from '../market/reviews/reviews.module.js';
import { ShopsModule } from '../market/shops/shops.module.js';
import { ClockController } from './clock/clock.controller.js';
import { ClockRuns } from './clock/clock-runs.service.js';
import { DueEvents } from './clock/due-events.service.js';
import { Errands } from './clock/errands.js';
import { MarketClock } from './clock/market-clock.service.js';
import { ArrivingRefunds } from './nightly/arriving-refunds.service.js';
import { NightlyReconciliation } from './nightly/nightly-reconciliation.service.js';
import { MarketRemoval } from './removal/market-removal.service.js';
import { MarketHash } from './replay/market-hash.service.js';
import { Replay } from './replay/replay.service.js';
import { EditionSeeder } from './scenarios/edition-seeder.service.js';
import { Histories } from './scenarios/histories.service.js';
import { PastAtProvider } from './scenarios/past-at-provider.service.js';
import { PastMoney } from './scenarios/past-money.service.js';
import { PastParcels } from './scenarios/past-parcels.service.js';
import { PastPurchases } from './scenarios/past-purchases.service.js';
import { PastReceipts } from './scenarios/past-receipts.service.js';
import { Timeline } from './scenarios/timeline.service.js';
import { DirectBuyers } from './shoppers/direct-buyers.service.js';
import { MarketDays } from './shoppers/market-days.service.js';
import { Offers } from './shoppers/offers.service.js';
import { Paying } from './shoppers/paying.service.js';
import { QrScanner } from './shoppers/qr-scanner.service.js';
import { Shopping } from './shoppers/shopping.service.js';

@Module({
  controllers: [ClockController],
  imports: [
    ShopsModule,
    CatalogueModule,
    MediaModule,
    OrdersModule,
    PaymentsModule,
    LedgerModule,
    InsightsModule,
    ReceivingModule,
    ReviewsModule,
    BankModule,
    BookkeepingModule,
    CodModule,
    FulfilmentModule,
  ],
  providers: [
    EditionSeeder,
    PastPurchases,
    PastMoney,
    PastAtProvider,
    PastReceipts,
    PastParcels,
    Histories,
    DueEvents,
    Errands,
    ClockRuns,
    MarketClock,
    NightlyReconciliation,
    ArrivingRefunds,
    MarketDays,
    Timeline,
    Offers,
    Shopping,
    DirectBuyers,
    Paying,
    QrScanner,
    MarketHash,
    MarketRemoval,
    Replay,
  ],
  exports: [EditionSeeder, Histories, MarketClock, MarketHash, MarketRemoval, Replay],
})
export class SimulationModule {}
