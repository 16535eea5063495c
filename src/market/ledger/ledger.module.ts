import { Module } from '@nestjs/common';
import { CodModule } from '../cod/cod.module.js';
import { FulfilmentModule } from '../fulfilment/fulfilment.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { BalanceBooks } from './balance-books.service.js';
import { CodRemittances } from './cod-remittances.service.js';
import { DisputedMoney } from './disputed-money.listener.js';
import { FollowingCommission } from './following-commission.service.js';
import { Ledger } from './ledger.service.js';
import { MoneyEvents } from './money-events.listener.js';
import { NetsController } from './nets.controller.js';
import { PayoutAnnouncements } from './payout-announcements.js';
import { Payouts } from './payouts.service.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { Reconciliation } from './reconciliation.service.js';
import { Sales } from './sales.service.js';

@Module({
  imports: [CodModule, FulfilmentModule, OrdersModule, PaymentsModule],
  controllers: [NetsController, ReconciliationController],
  providers: [
    Ledger,
    FollowingCommission,
    MoneyEvents,
    DisputedMoney,
    PayoutAnnouncements,
    Payouts,
    BalanceBooks,
    Reconciliation,
    Sales,
    CodRemittances,
  ],
  exports: [CodRemittances, Ledger, PayoutAnnouncements, Payouts, Reconciliation],
})
export class LedgerModule {}
