import { Module } from '@nestjs/common';
import { ShopsModule } from '../shops/shops.module.js';
import { BankController } from './bank.controller.js';
import { Bank } from './bank.service.js';
import { ReceivingAccounts } from './receiving-accounts.service.js';

@Module({
  imports: [ShopsModule],
  controllers: [BankController],
  providers: [Bank, ReceivingAccounts],
  exports: [Bank, ReceivingAccounts],
})
export class BankModule {}
