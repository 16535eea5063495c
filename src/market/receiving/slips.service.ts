import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { conflict, invalid, notFound } from '../../shared/refusal.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import type { SeenOutcome } from '../payments/money-by-hand.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Matching } from './matching.service.js';
import {
  type Slip,
  type SlipKind,
  type SlipReason,
  type SlipResult,
  type SlipRow,
  type SlipSays,
  tidySlip,
} from './slip.js';
import { SLIP_TABLE, type SlipCaseKey, truthOf } from './slip-cases.js';
import { holderOf, SlipWorlds, saysOf } from './slip-world.service.js';

export interface SlipDecision {
  slipId: string;
  result: SlipResult;
  /** Of a rejected slip. */
  reason: SlipReason | null;
  /** The credit that an accepted slip is taken for; null when she takes the slip's word for it. */
  transferId: string | null;
}

const MOST = 100;
/** A slip shown, a bank may need days, and a seller too. */
const KEPT_HOURS = 72;

/** Slips that buyers show, and what the seller makes of them. */
@Injectable()
export class Slips {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
    private readonly orders: OrderReader,
    private readonly placed: Orders,
    private readonly matching: Matching,
    private readonly worlds: SlipWorlds,
    private readonly conversations: Conversations,
  ) {}

  /** A buyer pays, or does not, in the way of a case, and shows the slip. Answers the slip's id; shown again, the first one's. */
  play = this.acts.verb('slip.play', async (act, input: { groupId: string; caseKey: SlipCaseKey }): Promise<string> => {
    const order = await this.orderOf(act, input.groupId);
    const [before] = await this.ofOrder(act.market, order.id);
    if (before) return before.id;
    const account = await this.accounts.of(act.market, order.shopId);
    if (!account) throw conflict('bank.no_account');
    const group = await this.orders.group(act.market, order.groupId);
    const row = SLIP_TABLE[input.caseKey];
    const played = await this.worlds.play(act, row, order, group.buyerName, account);
    return this.keep(act, order, { caseKey: input.caseKey, ...played });
  });

  /** A buyer of this market shows the slip of a transfer of hers, picked and never drawn by her. */
  show = this.acts.verb('slip.show', async (act, input: { groupId: string; transferId: string }): Promise<string> => {
    const order = await this.orderOf(act, input.groupId);
    const group = await this.orders.group(act.market, order.groupId);
    const transfer = await this.bank.get(act.market, input.transferId);
    if (transfer.fromAccount !== holderOf(act.party, group.buyerName).account) throw notFound('bank.no_transfer');
    const truth = truthOf(transfer.objectId === order.groupId, transfer.amountSatang, order.totalSatang);
    return this.keep(act, order, { caseKey: 'shown', ...truth, says: saysOf(transfer) });
  });

  /** The seller's decision. What is accepted pays the order; a rejected or waiting slip may be looked at again. */
  check = this.acts.verb('slip.check', async (act, input: SlipDecision): Promise<SeenOutcome | null> => {
    const slip = await this.ofSeller(act.market, act.party, input.slipId);
    if (slip.result === 'accepted') throw conflict('bank.slip_decided');
    if (input.result === 'rejected' && !input.reason) throw invalid([{ field: 'reason', key: 'bank.reason_needed' }]);
    const order = await this.orders.ofSeller(act.market, act.party, slip.orderId);
    const reason = input.result === 'rejected' ? input.reason : null;
    const transferId = input.result === 'accepted' ? input.transferId : null;
    await this.db.sql`UPDATE "slip" SET "result" = ${input.result}, "reason" = ${reason}, "decidedAt" = ${act.now}
      WHERE "id" = ${slip.id}`;
    const { number } = order;
    act.record('slip.checked', slip.id, { orderId: order.id, number, result: input.result, reason, transferId });
    if (input.result !== 'accepted') return null;
    if (transferId) return this.matching.matchIn(act, transferId, order);
    return this.matching.take(act, order, slip.says.amountSatang, 'slip');
  });

  async ofSeller(market: string, party: string, id: string): Promise<Slip> {
    const slip = await this.find(market, id);
    if (slip?.sellerParty !== party) throw notFound('bank.no_slip');
    return slip;
  }

  /** The slip for whoever showed it or was shown it. */
  async ofEither(market: string, parties: readonly string[], id: string): Promise<Slip> {
    const slip = await this.find(market, id);
    if (!slip || !(parties.includes(slip.sellerParty) || parties.includes(slip.buyerParty)))
      throw notFound('bank.no_slip');
    return slip;
  }

  /** Slips that the seller was shown: the undecided first, newest first. */
  async queue(market: string, party: string): Promise<Slip[]> {
    const rows = await this.db.sql<SlipRow>`SELECT * FROM "slip" WHERE "market" = ${market} AND "sellerParty" = ${party}
      ORDER BY CASE WHEN "result" IS NULL THEN 0 WHEN "result" = 'waiting' THEN 1 ELSE 2 END, "shownAt" DESC, "id" DESC LIMIT ${MOST}`;
    return rows.map(tidySlip);
  }

  /** Newest first. */
  async ofOrder(market: string, orderId: string): Promise<Slip[]> {
    const rows = await this.db.sql<SlipRow>`SELECT * FROM "slip" WHERE "market" = ${market} AND "orderId" = ${orderId}
      ORDER BY "shownAt" DESC, "id" DESC`;
    return rows.map(tidySlip);
  }

  private async keep(
    act: Act,
    order: Order,
    slip: { caseKey: string; kind: SlipKind; reasons: readonly SlipReason[]; says: SlipSays },
  ): Promise<string> {
    const id = act.nextId('slp');
    await this.db
      .sql`INSERT INTO "slip" ("id", "market", "orderId", "sellerParty", "buyerParty", "caseKey", "kind", "reasons",
        "says", "shownAt")
      VALUES (${id}, ${act.market}, ${order.id}, ${order.sellerParty}, ${order.buyerParty}, ${slip.caseKey}, ${slip.kind},
        ${slip.reasons.join(',')}, ${canonicalJson(slip.says)}, ${act.now})`;
    await this.placed.keepFor(act, order.groupId, KEPT_HOURS);
    const { number } = order;
    const { amountSatang, reference } = slip.says;
    act.record('slip.shown', id, { orderId: order.id, number, amountSatang, reference });
    await this.conversations.notify(act, {
      to: order.sellerParty,
      key: 'bank.slip_came',
      params: { number },
      objectId: id,
    });
    return id;
  }

  /** The one order of a purchase that is paid straight to its shop. */
  private async orderOf(act: Act, groupId: string): Promise<Order> {
    const [order, second] = await this.orders.inGroup(act.market, groupId);
    if (!order || second || order.buyerParty !== act.party) throw notFound('orders.not_found');
    return order;
  }

  private async find(market: string, id: string): Promise<Slip | null> {
    const [row] = await this.db.sql<SlipRow>`SELECT * FROM "slip" WHERE "id" = ${id} AND "market" = ${market}`;
    return row ? tidySlip(row) : null;
  }
}
