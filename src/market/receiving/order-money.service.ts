import { Injectable } from '@nestjs/common';
import { conflict } from '../../shared/refusal.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import type { AccountHolder, Transfer } from '../bank/transfer.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { MoneyByHand } from '../payments/money-by-hand.service.js';
import { Payments } from '../payments/payments.service.js';
import { Acts } from '../sandboxes/acts.service.js';
import { holderOf } from './slip-world.service.js';

/** Satang that came for an order and went back. */
export interface OrderMoney {
  /** Credits that the seller took for it, oldest first. */
  came: Transfer[];
  /** What the courier collected for it; a purchase that is paid so is one order's. */
  atDoorSatang: number;
  sentBack: Transfer[];
  cameSatang: number;
  backSatang: number;
}

/** The money of one order that was paid past the provider, to the shop or to the courier: what came, what goes back. */
@Injectable()
export class OrderMoneys {
  constructor(
    private readonly acts: Acts,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
    private readonly orders: OrderReader,
    private readonly money: MoneyByHand,
    private readonly conversations: Conversations,
    private readonly payments: Payments,
  ) {}

  /** The shop transfers back to whoever paid last, or to the buyer who paid at her door. How much is the seller's to say, up to what is there. */
  refund = this.acts.verb('refund.issue', async (act, input: { orderId: string; amountSatang: number }) => {
    const order = await this.orders.ofSeller(act.market, act.party, input.orderId);
    const account = await this.accounts.ofSeller(act.market, act.party);
    const { came, cameSatang, backSatang, atDoorSatang } = await this.of(act.market, order);
    if (atDoorSatang > 0 && !account) throw conflict('cod.account_needed');
    const payer = atDoorSatang > 0 ? await this.buyersAccount(act.market, order) : holderFrom(came.at(-1));
    if (!account || !payer) throw conflict('bank.nothing_came');
    const { amountSatang } = input;
    if (amountSatang > cameSatang - backSatang) throw conflict('bank.more_than_came');
    const transfer = await this.bank.send(act, {
      from: { account: account.number, name: account.holder },
      to: payer,
      amountSatang,
      purpose: 'refund',
      objectId: order.id,
    });
    const { number } = order;
    act.record('refund.issued', order.id, { number, amountSatang, transferId: transfer.id });
    const inAllSatang = backSatang + amountSatang;
    const { groupId: reference, id: objectId } = order;
    await this.money.settleByHand(act, { reference, objectId, nowSatang: amountSatang, inAllSatang });
    await this.conversations.notify(act, {
      to: order.buyerParty,
      key: 'bank.money_back',
      params: { number },
      objectId: order.id,
    });
  });

  async of(market: string, { id, groupId }: Pick<Order, 'id' | 'groupId'>): Promise<OrderMoney> {
    const [came, about, attempts] = await Promise.all([
      this.bank.matchedTo(market, id),
      this.bank.about(market, id),
      this.payments.attempts(market, groupId),
    ]);
    const sentBack = about.filter(({ purpose }) => purpose === 'refund');
    const atDoorSatang = attempts.find(({ method }) => method === 'cod')?.receivedSatang ?? 0;
    return { came, atDoorSatang, sentBack, cameSatang: sum(came) + atDoorSatang, backSatang: sum(sentBack) };
  }

  /** Whoever paid cash has an account all the same, which she names for the refund. */
  private async buyersAccount(market: string, { groupId, buyerParty }: Order): Promise<AccountHolder> {
    return holderOf(buyerParty, (await this.orders.group(market, groupId)).buyerName);
  }
}

const holderFrom = (transfer: Transfer | undefined): AccountHolder | null =>
  transfer ? { account: transfer.fromAccount, name: transfer.fromName } : null;

const sum = (transfers: readonly Transfer[]): number =>
  transfers.reduce((all, { amountSatang }) => all + amountSatang, 0);
