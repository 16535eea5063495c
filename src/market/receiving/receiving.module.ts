import { Module } from '@nestjs/common';
import { BankModule } from '../bank/bank.module.js';
import { CartModule } from '../cart/cart.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ShopsModule } from '../shops/shops.module.js';
import { ArrivingPayouts } from './arriving-payouts.listener.js';
import { BuyersAnswers } from './buyers-answers.service.js';
import { BuyersTransfers } from './buyers-transfers.service.js';
import { ChatController } from './chat.controller.js';
import { Inquiries } from './inquiries.service.js';
import { Matching } from './matching.service.js';
import { MoneyRequests } from './money-requests.service.js';
import { OrderMoneyController } from './order-money.controller.js';
import { OrderMoneys } from './order-money.service.js';
import { RequestPages } from './request-pages.service.js';
import { RequestsController } from './requests.controller.js';
import { Shelves } from './shelves.service.js';
import { SlipDesk } from './slip-desk.service.js';
import { SlipWorlds } from './slip-world.service.js';
import { SlipsController } from './slips.controller.js';
import { Slips } from './slips.service.js';
import { TransfersController } from './transfers.controller.js';
import { Unmatching } from './unmatching.service.js';

/** Money that comes straight to a shop, past the market's checkout: slips, matching, requests to pay. */
@Module({
  imports: [BankModule, CartModule, ConversationsModule, LedgerModule, OrdersModule, PaymentsModule, ShopsModule],
  controllers: [ChatController, SlipsController, OrderMoneyController, TransfersController, RequestsController],
  providers: [
    ArrivingPayouts,
    Matching,
    Slips,
    SlipWorlds,
    SlipDesk,
    OrderMoneys,
    Unmatching,
    MoneyRequests,
    Inquiries,
    Shelves,
    RequestPages,
    BuyersAnswers,
    BuyersTransfers,
  ],
  exports: [Slips, Matching, OrderMoneys, MoneyRequests, Inquiries, Shelves, BuyersTransfers],
})
export class ReceivingModule {}
