import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { accountNumber } from '../bank/account-number.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
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
  ) {}

  onModuleInit(): void {
    this.announcements.whenArriving((act, payout) => this.arrive(act, payout));
  }

  private async arrive(act: Act, { id: objectId, shopId, amountSatang }: Payout): Promise<string | null> {
    const account = await this.accounts.of(act.market, shopId);
    // Shops of the edition have no seller here who could link an account; nobody looks at their statements.
    if (!account) return (await this.hasSeller(act.market, shopId)) ? 'no_account' : null;
    const to = { account: account.number, name: account.holder };
    await this.bank.send(act, { from: MARKET, to, amountSatang, purpose: 'payout', objectId });
    return null;
  }

  private async hasSeller(market: string, shopId: string): Promise<boolean> {
    const rows = await this.db.sql`SELECT "id" FROM "shop" WHERE "id" = ${shopId} AND "market" = ${market}`;
    return rows.length > 0;
  }
}
