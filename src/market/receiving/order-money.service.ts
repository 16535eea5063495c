import { Injectable } from '@nestjs/common';
import { conflict } from '../../shared/refusal.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import type { Transfer } from '../bank/transfer.js';
import { Conversations } from '../conversations/conversations.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { MoneyByHand } from '../payments/money-by-hand.service.js';
import { Acts } from '../sandboxes/acts.service.js';

/** Satang that came for an order and went back. */
export interface OrderMoney {
  /** Credits that the seller took for it, oldest first. */
  came: Transfer[];
  sentBack: Transfer[];
  cameSatang: number;
  backSatang: number;
}

/** The money of one order that was paid straight to the shop: what came, what goes back. */
@Injectable()
export class OrderMoneys {
  constructor(
    private readonly acts: Acts,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
    private readonly orders: OrderReader,
    private readonly money: MoneyByHand,
    private readonly conversations: Conversations,
  ) {}

  /** The shop transfers back to whoever paid last. How much is the seller's to say, up to what is there. */
  refund = this.acts.verb('refund.issue', async (act, input: { orderId: string; amountSatang: number }) => {
    const order = await this.orders.ofSeller(act.market, act.party, input.orderId);
    const account = await this.accounts.ofSeller(act.market, act.party);
    const { came, cameSatang, backSatang } = await this.of(act.market, order.id);
    const payer = came.at(-1);
    if (!account || !payer) throw conflict('bank.nothing_came');
    const { amountSatang } = input;
    if (amountSatang > cameSatang - backSatang) throw conflict('bank.more_than_came');
    const transfer = await this.bank.send(act, {
      from: { account: account.number, name: account.holder },
      to: { account: payer.fromAccount, name: payer.fromName },
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

  async of(market: string, orderId: string): Promise<OrderMoney> {
    const [came, about] = await Promise.all([this.bank.matchedTo(market, orderId), this.bank.about(market, orderId)]);
    const sentBack = about.filter(({ purpose }) => purpose === 'refund');
    return { came, sentBack, cameSatang: sum(came), backSatang: sum(sentBack) };
  }
}

const sum = (transfers: readonly Transfer[]): number =>
  transfers.reduce((all, { amountSatang }) => all + amountSatang, 0);
