import { Injectable } from '@nestjs/common';
import { conflict } from '../../shared/refusal.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import type { Transfer } from '../bank/transfer.js';
import type { OrderGroup } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Acts } from '../sandboxes/acts.service.js';
import { holderOf } from './slip-world.service.js';

/** How much a classmate transfers: she may try what happens when it is not the sum. */
export const HOW_MUCH = ['exact', 'short', 'over'] as const;
export type HowMuch = (typeof HOW_MUCH)[number];

const OFF: Record<HowMuch, number> = { exact: 0, short: -100, over: 1_000 };

/** A buyer of the market transfers by a button: from her account at ธนาคารฝึก to the shop's. */
@Injectable()
export class BuyersTransfers {
  constructor(
    private readonly acts: Acts,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
    private readonly orders: OrderReader,
  ) {}

  /** `satang` is what she was asked for: the whole purchase, or a top-up. Answers the transfer's id. */
  pay = this.acts.verb('transfer.pay', async (act, input: { groupId: string; how: HowMuch; satang: number | null }) => {
    const group = await this.orders.groupOfBuyer(act.market, act.party, input.groupId);
    const [order, second] = await this.orders.inGroup(act.market, group.id);
    const account = order && !second ? await this.accounts.of(act.market, order.shopId) : null;
    if (!account) throw conflict('bank.no_account');
    const transfer = await this.bank.send(act, {
      from: holderOf(act.party, group.buyerName),
      to: { account: account.number, name: account.holder },
      amountSatang: Math.max(1, (input.satang ?? group.totalSatang) + OFF[input.how]),
      purpose: 'payment',
      objectId: group.id,
    });
    return transfer.id;
  });

  /** What the buyer of a purchase has transferred in this market, for this or another: the slips that she can show. */
  async of(market: string, { buyerParty, buyerName }: OrderGroup): Promise<Transfer[]> {
    const sent = await this.bank.sentFrom(market, holderOf(buyerParty, buyerName).account);
    return sent.filter(({ purpose }) => purpose === 'payment');
  }
}
