import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { accountNumber } from '../bank/account-number.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Payout } from '../ledger/payout.js';
import { PayoutAnnouncements } from '../ledger/payout-announcements.js';
import type { Act } from '../sandboxes/act.js';

const MARKET = { account: accountNumber('the market itself'), name: 'ตลาดแล็บ โอนเงินค่าขาย' };

/** What the market pays out comes into the shop's account at ธนาคารฝึก; a shop without one gets it back into the next payout. */
@Injectable()
export class ArrivingPayouts implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly announcements: PayoutAnnouncements,
    private readonly accounts: ReceivingAccounts,
    private readonly bank: Bank,
    private readonly conversations: Conversations,
  ) {}

  onModuleInit(): void {
    this.announcements.whenArriving((act, payout) => this.arrive(act, payout));
  }

  private async arrive(act: Act, { id: objectId, shopId, amountSatang }: Payout): Promise<string | null> {
    const account = await this.accounts.of(act.market, shopId);
    // Shops of the edition have no seller here who could link an account; nobody looks at their statements.
    if (!account) return this.refuse(act, objectId, shopId);
    const to = { account: account.number, name: account.holder };
    await this.bank.send(act, { from: MARKET, to, amountSatang, purpose: 'payout', objectId });
    return null;
  }

  private async refuse(act: Act, objectId: string, shopId: string): Promise<string | null> {
    const [shop] = await this.db.sql<{ ownerParty: string }>`SELECT "ownerParty" FROM "shop"
      WHERE "id" = ${shopId} AND "market" = ${act.market}`;
    if (!shop) return null;
    await this.conversations.notify(act, { to: shop.ownerParty, key: 'messages.payout_no_account', objectId });
    return 'no_account';
  }
}
