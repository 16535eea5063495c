import { Injectable } from '@nestjs/common';
import { conflict, notFound } from '../../shared/refusal.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import { MoneyUncounting } from '../payments/money-uncounting.service.js';
import { Acts } from '../sandboxes/acts.service.js';
import { OrderMoneys } from './order-money.service.js';
import { Slips } from './slips.service.js';
import { type MatchState, whyNotUndo } from './undoing.js';

/** The right buyer gets as long as after a request to pay. */
const KEPT_HOURS = 72;

/** Undoes the match of a credit with an order: both are open again, and so is the order's payment. */
@Injectable()
export class Unmatching {
  constructor(
    private readonly acts: Acts,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
    private readonly moneys: OrderMoneys,
    private readonly slips: Slips,
    private readonly money: MoneyUncounting,
    private readonly conversations: Conversations,
  ) {}

  /** Answers the order that it had been matched with. Refuses, with the reason, once the parcel has left or money went back. */
  unmatch = this.acts.verb('bank.unmatch', async (act, { transferId }: { transferId: string }): Promise<string> => {
    const transfer = await this.bank.get(act.market, transferId);
    const account = await this.accounts.ofSeller(act.market, act.party);
    if (!account || account.number !== transfer.toAccount) throw notFound('bank.no_transfer');
    if (!transfer.matchedTo || transfer.purpose === 'test_credit') throw conflict('bank.not_matched');
    const order = await this.reader.ofSeller(act.market, act.party, transfer.matchedTo);
    const why = whyNotUndo(await this.stateOf(act.market, order));
    if (why) throw conflict(why);
    await this.bank.unmatch(act, transfer);
    const { groupId: reference, id: objectId, buyerParty: to, number } = order;
    const { amountSatang, countedIn: paymentId } = transfer;
    const isOpen = await this.money.uncount(act, { reference, amountSatang, paymentId });
    if (!isOpen) return order.id;
    await this.orders.keepFor(act, reference, KEPT_HOURS);
    await this.conversations.notify(act, { to, key: 'bank.match_undone', params: { number }, objectId });
    return order.id;
  });

  /** What the undoing of an order's matches hangs on. */
  async stateOf(market: string, order: Order): Promise<MatchState> {
    const [{ backSatang }, slips] = await Promise.all([
      this.moneys.of(market, order),
      this.slips.ofOrder(market, order.id),
    ]);
    return { ...order, backSatang, hasAcceptedSlip: slips.some(({ result }) => result === 'accepted') };
  }
}
