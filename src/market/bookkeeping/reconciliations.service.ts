import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, invalid } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Shops } from '../shops/shops.service.js';
import type { Matched } from './matching-truth.js';
import type { Period } from './period.js';
import { ReconciliationReader } from './reconciliation-reader.service.js';

/** The verbs by which a seller goes through the credits of a period: each is for an order, or for none and why. */
@Injectable()
export class Reconciliations {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly orders: OrderReader,
    private readonly reader: ReconciliationReader,
  ) {}

  /** Says what one credit was for; saying it again replaces it. What was handed in is then open again. */
  note = this.acts.verb('reconciliation.note', async (act, { from, to, ...said }: Period & Matched) => {
    const { creditId, orderId, reason } = said;
    if ((orderId === null) === (reason === null)) throw invalid([{ field: 'order', key: 'books.order_or_reason' }]);
    await this.assertHers(act, { from, to }, said);
    const id = await this.open(act, { from, to });
    await this.db.sql`INSERT INTO "credit_match" ("matchingId", "creditId", "market", "orderId", "reason")
      VALUES (${id}, ${creditId}, ${act.market}, ${orderId}, ${reason})
      ON CONFLICT ("matchingId", "creditId") DO UPDATE SET "orderId" = excluded."orderId", "reason" = excluded."reason"`;
    act.record('reconciliation.noted', creditId, { from, orderId, reason });
  });

  takeBack = this.acts.verb('reconciliation.take_back', async (act, input: Period & { creditId: string }) => {
    const { creditId, from, to } = input;
    const id = await this.open(act, { from, to });
    await this.db.sql`DELETE FROM "credit_match" WHERE "matchingId" = ${id} AND "creditId" = ${creditId}`;
    act.record('reconciliation.taken_back', creditId, { from });
  });

  submit = this.acts.verb('reconciliation.submit', async (act, { from, to }: Period) => {
    const id = await this.open(act, { from, to });
    await this.db.sql`UPDATE "credit_matching" SET "submittedAt" = ${act.now} WHERE "id" = ${id}`;
    const entries = await this.reader.entries(id);
    const pairs = entries.flatMap(({ creditId, orderId }) => (orderId ? [{ creditId, orderId }] : []));
    const unmatched = entries.flatMap(({ creditId, reason }) => (reason ? [{ creditId, reason }] : []));
    act.record('reconciliation.submitted', from, { from, to, pairs, unmatched });
  });

  private async open(act: Act, { from, to }: Period): Promise<string> {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    const known = await this.reader.find(shop.id, from);
    if (known) {
      await this.db.sql`UPDATE "credit_matching" SET "submittedAt" = NULL WHERE "id" = ${known.id}`;
      return known.id;
    }
    const id = act.nextId('rcn');
    await this.db.sql`INSERT INTO "credit_matching" ("id", "market", "shopId", "fromDay", "toDay")
      VALUES (${id}, ${act.market}, ${shop.id}, ${from}, ${to})`;
    return id;
  }

  private async assertHers(act: Act, period: Period, { creditId, orderId }: Matched): Promise<void> {
    if (orderId) await this.orders.ofSeller(act.market, act.party, orderId);
    const credits = await this.reader.credits(act.market, act.party, period);
    if (!credits.some(({ id }) => id === creditId)) throw conflict('books.credit_unknown');
  }
}
