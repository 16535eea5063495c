import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { notFound } from '../../shared/refusal.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { BuyerDetails } from '../orders/checkout.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { type Channel, type Inquiry, type InquiryRow, type Pays, tidyInquiry } from './inquiry.js';

export interface NewInquiry {
  /** The same key begins the same conversation once. */
  onceKey: string;
  shopId: string;
  sellerParty: string;
  channel: Channel;
  buyer: BuyerDetails;
  wants: Inquiry['wants'];
  /** Her first message. */
  says: string;
  pays: Pays;
}

const MOST = 100;

/** Who writes to a shop, or stands at its stall, and wants to order. */
@Injectable()
export class Inquiries {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly conversations: Conversations,
  ) {}

  /** A buyer begins: once, however often it is done. */
  open = this.acts.verb('inquiry.open', async (act, input: NewInquiry): Promise<string> => {
    const [before] = await this.db.sql<{ id: string }>`SELECT "id" FROM "inquiry"
      WHERE "market" = ${act.market} AND "onceKey" = ${input.onceKey} AND "buyerParty" = ${act.party}`;
    if (before) return before.id;
    const id = act.nextId('inq');
    const { shopId, sellerParty, channel, buyer, wants, pays } = input;
    await this.db
      .sql`INSERT INTO "inquiry" ("id", "market", "shopId", "sellerParty", "buyerParty", "buyer", "channel", "wants",
        "pays", "openedAt", "onceKey")
      VALUES (${id}, ${act.market}, ${shopId}, ${sellerParty}, ${act.party}, ${canonicalJson(buyer)}, ${channel},
        ${canonicalJson(wants)}, ${pays}, ${act.now}, ${input.onceKey})`;
    act.record('inquiry.opened', id, { shopId, channel });
    await this.conversations.say(act, { orderId: id, to: sellerParty, body: input.says });
    return id;
  });

  /** The seller's words to her. */
  write = this.acts.verb('inquiry.write', async (act, input: { inquiryId: string; body: string }) => {
    const inquiry = await this.ofSeller(act.market, act.party, input.inquiryId);
    await this.conversations.say(act, { orderId: inquiry.id, to: inquiry.buyerParty, body: input.body });
  });

  async ordered(act: Act, inquiryId: string, orderId: string): Promise<void> {
    await this.db
      .sql`UPDATE "inquiry" SET "orderId" = ${orderId} WHERE "id" = ${inquiryId} AND "market" = ${act.market}`;
  }

  async get(market: string, id: string): Promise<Inquiry> {
    const [row] = await this.db.sql<InquiryRow>`SELECT * FROM "inquiry" WHERE "id" = ${id} AND "market" = ${market}`;
    if (!row) throw notFound('bank.no_inquiry');
    return tidyInquiry(row);
  }

  async ofSeller(market: string, party: string, id: string): Promise<Inquiry> {
    const inquiry = await this.get(market, id);
    if (inquiry.sellerParty !== party) throw notFound('bank.no_inquiry');
    return inquiry;
  }

  async ofOrder(market: string, orderId: string): Promise<Inquiry | null> {
    const [row] = await this.db
      .sql<InquiryRow>`SELECT * FROM "inquiry" WHERE "market" = ${market} AND "orderId" = ${orderId}`;
    return row ? tidyInquiry(row) : null;
  }

  /** Those whose order is not taken yet first, newest first. */
  async queue(market: string, party: string): Promise<Inquiry[]> {
    const rows = await this.db
      .sql<InquiryRow>`SELECT * FROM "inquiry" WHERE "market" = ${market} AND "sellerParty" = ${party}
      ORDER BY CASE WHEN "orderId" IS NULL THEN 0 ELSE 1 END, "openedAt" DESC, "id" DESC LIMIT ${MOST}`;
    return rows.map(tidyInquiry);
  }
}
