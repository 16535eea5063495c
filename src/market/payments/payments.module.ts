import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { DisputeOutcomes } from './dispute-outcomes.service.js';
import { DisputesDesk } from './disputes-desk.service.js';
import { HeardEvents } from './heard-events.service.js';
import { MoneyByHand } from './money-by-hand.service.js';
import { MoneyTaking } from './money-taking.service.js';
import { MoneyUncounting } from './money-uncounting.service.js';
import { PaymentAnnouncements } from './payment-announcements.js';
import { PaymentOutcomes } from './payment-outcomes.service.js';
import { PaymentRecovery } from './payment-recovery.service.js';
import { Payments } from './payments.service.js';
import { PaymentsDesk } from './payments-desk.service.js';
import { ProviderAddress } from './provider-address.js';
import { ProviderBooks } from './provider-books.service.js';
import { ProviderClient } from './provider-client.service.js';
import { ProviderHealthController } from './provider-health.controller.js';
import { RefundOutcomes } from './refund-outcomes.service.js';
import { RefundsDesk } from './refunds-desk.service.js';
import { WebhookDesk } from './webhook-desk.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { WhichProvider } from './which-provider.service.js';

@Module({
  controllers: [WebhooksController, ProviderHealthController],
  providers: [
    Payments,
    PaymentsDesk,
    PaymentOutcomes,
    HeardEvents,
    RefundOutcomes,
    RefundsDesk,
    DisputeOutcomes,
    DisputesDesk,
    MoneyTaking,
    MoneyByHand,
    MoneyUncounting,
    PaymentAnnouncements,
    PaymentRecovery,
    { provide: ProviderAddress, useFactory: (config: Config) => new ProviderAddress(config), inject: [Config] },
    ProviderClient,
    WhichProvider,
    ProviderBooks,
    WebhookDesk,
  ],
  exports: [
    Payments,
    PaymentsDesk,
    RefundsDesk,
    RefundOutcomes,
    DisputeOutcomes,
    MoneyByHand,
    MoneyUncounting,
    PaymentAnnouncements,
    ProviderAddress,
    ProviderClient,
    WhichProvider,
    ProviderBooks,
    PaymentRecovery,
  ],
})
export class PaymentsModule {}
