import { Module } from '@nestjs/common';
import { MarketModule } from '../market/market.module.js';
import { PaymentsModule } from '../market/payments/payments.module.js';
import { MoneyTroublesReader } from './money-troubles.service.js';
import { StatusController } from './status.controller.js';
import { Status } from './status.service.js';

/** For whoever looks after the machine. On top of everything, since it looks at everything. */
@Module({
  imports: [MarketModule, PaymentsModule],
  controllers: [StatusController],
  providers: [Status, MoneyTroublesReader],
})
export class OperationsModule {}
