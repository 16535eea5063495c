import { Module } from '@nestjs/common';
import { FulfilmentModule } from '../fulfilment/fulfilment.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { BalanceBooks } from './balance-books.service.js';
import { Ledger } from './ledger.service.js';
import { MoneyEvents } from './money-events.listener.js';
import { NetsController } from './nets.controller.js';
import { PayoutAnnouncements } from './payout-announcements.js';
import { Payouts } from './payouts.service.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { Reconciliation } from './reconciliation.service.js';
import { Sales } from './sales.service.js';

@Module({
  imports: [FulfilmentModule, OrdersModule, PaymentsModule],
  controllers: [NetsController, ReconciliationController],
  providers: [Ledger, MoneyEvents, PayoutAnnouncements, Payouts, BalanceBooks, Reconciliation, Sales],
  exports: [Ledger, PayoutAnnouncements, Payouts, Reconciliation],
})
export class LedgerModule {}
