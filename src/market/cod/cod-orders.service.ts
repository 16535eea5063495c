import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { conflict } from '../../shared/refusal.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Order, OrderGroup } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { PaymentAnnouncements } from '../payments/payment-announcements.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { outsideOf } from '../shops/cod-terms.js';
import { Shops } from '../shops/shops.service.js';
import { type CodOrder, type CodOrderRow, codOrderFrom, type Door, type Remits } from './cod-order.js';

export interface CodPlay {
  groupId: string;
  /** Parcels that she did not take before she came to this market. */
  refusedBefore: number;
  door: Door;
  remits: Remits;
}

/** Orders that are paid at the door: what the shop's terms make of them, and what seller and buyer agree on. */
@Injectable()
export class CodOrders implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly orders: OrderReader,
    private readonly shops: Shops,
    private readonly payments: PaymentAnnouncements,
    private readonly conversations: Conversations,
  ) {}

  onModuleInit(): void {
    this.payments.listen(async (act, { kind, reference }) => {
      if (kind === 'promised') await this.asked(act, reference);
      // Whoever asked for the money takes it.
      return false;
    });
  }

  /** A buyer of a scenario, before she chooses to pay at the door: what the courier remembers of her, and what will become of it. */
  play = this.acts.verb('cod.play', async (act, { groupId, refusedBefore, door, remits }: CodPlay) => {
    const group = await this.orders.groupOfBuyer(act.market, act.party, groupId);
    for (const { id } of await this.orders.inGroup(act.market, group.id))
      await this.db.sql`INSERT INTO "cod_order" ("orderId", "market", "refusedBefore", "door", "remits", "outside")
        VALUES (${id}, ${act.market}, ${refusedBefore}, ${door}, ${remits}, '') ON CONFLICT DO NOTHING`;
  });

  /** The seller writes to the buyer on what terms the courier collects. May be said again until the courier has the money. */
  confirm = this.acts.verb('cod.confirm', async (act, input: { orderId: string; words: string; reason: string }) => {
    const order = await this.orders.ofSeller(act.market, act.party, input.orderId);
    if (order.paymentStatus !== 'on_delivery') throw conflict('cod.not_at_door');
    const { words } = input;
    const reason = input.reason || null;
    const [kept] = await this.db.sql<CodOrderRow>`UPDATE "cod_order" SET "words" = ${words}, "reason" = ${reason},
      "confirmedAt" = ${act.now} WHERE "orderId" = ${order.id} RETURNING *`;
    if (!kept) throw conflict('cod.not_at_door');
    await this.conversations.say(act, { orderId: order.id, to: order.buyerParty, body: words });
    const { outside } = codOrderFrom(kept);
    act.record('cod.confirmed', order.id, { number: order.number, words, reason, outside });
  });

  async find(orderId: string): Promise<CodOrder | null> {
    const [row] = await this.db.sql<CodOrderRow>`SELECT * FROM "cod_order" WHERE "orderId" = ${orderId}`;
    return row ? codOrderFrom(row) : null;
  }

  /** Whether its buyer will turn the courier away. */
  async isTurnedAway(orderId: string): Promise<boolean> {
    return (await this.find(orderId))?.door === 'refuses';
  }

  /** The courier has handed on what it would, as part of its act. */
  async remitted(act: Act, orderId: string): Promise<void> {
    await this.db.sql`UPDATE "cod_order" SET "remittedAt" = ${act.now} WHERE "orderId" = ${orderId}`;
  }

  /** Answers whether it was asked for the first time. */
  async claimed(act: Act, orderId: string): Promise<boolean> {
    const rows = await this.db.sql`UPDATE "cod_order" SET "claimedAt" = ${act.now}
      WHERE "orderId" = ${orderId} AND "claimedAt" IS NULL RETURNING "orderId"`;
    return rows.length === 1;
  }

  private async asked(act: Act, groupId: string): Promise<void> {
    const group = await this.orders.group(act.market, groupId);
    for (const order of await this.orders.inGroup(act.market, groupId)) await this.weigh(act, order, group);
  }

  /** Holds the order against the shop's terms of this moment. */
  private async weigh(act: Act, { id, number, shopId, totalSatang, buyerParty }: Order, group: OrderGroup) {
    const known = await this.find(id);
    const refusedBefore = (known?.refusedBefore ?? 0) + (await this.refusedHere(act, buyerParty));
    const terms = await this.shops.codTerms(shopId);
    const outside = outsideOf({ totalSatang, zone: zoneOf(group), refusedBefore }, terms);
    await this.db
      .sql`INSERT INTO "cod_order" ("orderId", "market", "refusedBefore", "door", "remits", "terms", "outside")
      VALUES (${id}, ${act.market}, ${refusedBefore}, 'takes', 'exact', ${canonicalJson(terms)}, ${outside.join(',')})
      ON CONFLICT ("orderId") DO UPDATE SET "refusedBefore" = excluded."refusedBefore", "terms" = excluded."terms",
        "outside" = excluded."outside"`;
    act.record('cod.asked', id, { number, refusedBefore, outside });
  }

  private async refusedHere(act: Act, buyerParty: string): Promise<number> {
    const [row] = await this.db.sql<{ n: string | number }>`SELECT COUNT(*) AS n FROM "market_order"
      WHERE "market" = ${act.market} AND "buyerParty" = ${buyerParty} AND "cancelReason" = 'refused_at_door'`;
    return Number(row?.n ?? 0);
  }
}
