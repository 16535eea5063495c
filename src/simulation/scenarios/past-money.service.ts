import { Injectable } from '@nestjs/common';
import { accountNumber } from '../../market/bank/account-number.js';
import { Bank } from '../../market/bank/bank.service.js';
import type { AccountHolder } from '../../market/bank/transfer.js';
import type { Order } from '../../market/orders/order.js';
import { Payments } from '../../market/payments/payments.service.js';
import { BuyersTransfers } from '../../market/receiving/buyers-transfers.service.js';
import { Matching } from '../../market/receiving/matching.service.js';
import type { Act } from '../../market/sandboxes/act.js';
import { Acts, type Doer } from '../../market/sandboxes/acts.service.js';
import type { PastSale, PastStray } from './history.js';
import { drawn } from './past-drawing.js';
import type { PastShop } from './past-shop.js';

const WHOLE_BAHT = 100;

/** How the money of a shop's past came: for an order, at once or at the door, or for nothing. */
@Injectable()
export class PastMoney {
  constructor(
    private readonly acts: Acts,
    private readonly payments: Payments,
    private readonly transfers: BuyersTransfers,
    private readonly bank: Bank,
    private readonly matching: Matching,
  ) {}

  /** Money comes from a stranger. Only her bank knows that it is for nothing. */
  private readonly stray = this.acts.verb(
    'stray.transfer',
    async (act: Act, { to, name, amountSatang }: { to: AccountHolder; name: string; amountSatang: number }) => {
      const from = { account: accountNumber(`stray/${act.party}`), name };
      await this.bank.send(act, { from, to, amountSatang, purpose: 'other', objectId: null });
    },
  );

  /** The buyer pays; what she transfers the seller finds in her statement and takes. */
  async pay({ seller, account }: PastShop, by: Doer, order: Order, { pays }: PastSale): Promise<void> {
    const { id: orderId, groupId } = order;
    await this.payments.start(by, { reference: groupId, method: pays, testCard: null, returnUrl: null });
    if (pays !== 'bank_transfer') return;
    const transferId = await this.transfers.pay(by, { groupId, how: 'exact', satang: null });
    await this.bank.view(seller, { account: account.account });
    await this.matching.match(seller, { transferId, orderId });
  }

  strayCame({ sandbox, account, buyers }: PastShop, by: Doer, at: number, { amountSatang }: PastStray): Promise<void> {
    const satang = typeof amountSatang === 'number' ? amountSatang : drawn(sandbox.seed, at, amountSatang, WHOLE_BAHT);
    return this.stray(by, { to: account, name: buyers[at]?.name.th ?? '', amountSatang: satang });
  }
}
