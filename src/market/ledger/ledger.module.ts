import { Module } from '@nestjs/common';
import { FulfilmentModule } from '../fulfilment/fulfilment.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { Ledger } from './ledger.service.js';
import { MoneyEvents } from './money-events.listener.js';
import { PayoutAnnouncements } from './payout-announcements.js';
import { Payouts } from './payouts.service.js';
import { Sales } from './sales.service.js';

@Module({
  imports: [FulfilmentModule, OrdersModule, PaymentsModule],
  providers: [Ledger, MoneyEvents, PayoutAnnouncements, Payouts, Sales],
  exports: [Ledger, PayoutAnnouncements, Payouts],
})
export class LedgerModule {}
