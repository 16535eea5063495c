import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';

export interface StockLine {
  variantId: string;
  quantity: number;
}

type Kind = 'reserve' | 'release' | 'sale' | 'ship' | 'give_back' | 'come_back' | 'unsell' | 'opening';

/**
 * The shelf, in the words sellers see: on hand = available + reserved (not paid) + allocated (paid, to be shipped). One conditional
 * UPDATE takes a piece, so that two buyers of the last one cannot both get it; a CHECK stands behind it.
 */
@Injectable()
export class Stock {
  constructor(private readonly db: Database) {}

  /** Sets pieces aside for an order that is not paid yet. Refuses as a whole when one line is short. */
  async reserve(act: Act, lines: readonly StockLine[]): Promise<void> {
    for (const line of inOrder(lines)) {
      await this.ownRow(act, line.variantId);
      const taken = await this.db.sql`
        UPDATE "stock_level" SET "reserved" = "reserved" + ${line.quantity}
        WHERE "market" = ${act.market} AND "variantId" = ${line.variantId} AND "onHand" - "reserved" - "allocated" >= ${line.quantity}
        RETURNING "variantId"`;
      if (taken.length === 0) throw conflict('products.out_of_stock');
      await this.note(act, line, 'reserve');
    }
  }

  /** Gives reserved pieces back: the order was cancelled or never paid. */
  async release(act: Act, lines: readonly StockLine[]): Promise<void> {
    for (const line of inOrder(lines)) {
      const released = await this.db.sql`UPDATE "stock_level" SET "reserved" = "reserved" - ${line.quantity}
        WHERE "market" = ${act.market} AND "variantId" = ${line.variantId} AND "reserved" >= ${line.quantity} RETURNING "variantId"`;
      await this.moved(act, line, 'release', released);
    }
  }

  /** Reserved pieces are paid for and wait to be shipped. */
  async sell(act: Act, lines: readonly StockLine[]): Promise<void> {
    for (const line of inOrder(lines)) {
      const sold = await this.db
        .sql`UPDATE "stock_level" SET "reserved" = "reserved" - ${line.quantity}, "allocated" = "allocated" + ${line.quantity}
        WHERE "market" = ${act.market} AND "variantId" = ${line.variantId} AND "reserved" >= ${line.quantity} RETURNING "variantId"`;
      await this.moved(act, line, 'sale', sold);
    }
  }

  /** Pieces that seemed to be paid for are only set aside again. */
  async unsell(act: Act, lines: readonly StockLine[]): Promise<void> {
    for (const line of inOrder(lines)) {
      const kept = await this.db
        .sql`UPDATE "stock_level" SET "reserved" = "reserved" + ${line.quantity}, "allocated" = "allocated" - ${line.quantity}
        WHERE "market" = ${act.market} AND "variantId" = ${line.variantId} AND "allocated" >= ${line.quantity} RETURNING "variantId"`;
      await this.moved(act, line, 'unsell', kept);
    }
  }

  /** Paid pieces leave the house. */
  async ship(act: Act, lines: readonly StockLine[]): Promise<void> {
    for (const line of inOrder(lines)) {
      const gone = await this.db
        .sql`UPDATE "stock_level" SET "allocated" = "allocated" - ${line.quantity}, "onHand" = "onHand" - ${line.quantity}
        WHERE "market" = ${act.market} AND "variantId" = ${line.variantId} AND "allocated" >= ${line.quantity} RETURNING "variantId"`;
      await this.moved(act, line, 'ship', gone);
    }
  }

  /** Paid pieces go back on the shelf: the order was refused or cancelled before it left. */
  async giveBack(act: Act, lines: readonly StockLine[]): Promise<void> {
    for (const line of inOrder(lines)) {
      const back = await this.db.sql`UPDATE "stock_level" SET "allocated" = "allocated" - ${line.quantity}
        WHERE "market" = ${act.market} AND "variantId" = ${line.variantId} AND "allocated" >= ${line.quantity} RETURNING "variantId"`;
      await this.moved(act, line, 'give_back', back);
    }
  }

  /** Pieces that had left are in the house again: the parcel was refused. */
  async comeBack(act: Act, lines: readonly StockLine[]): Promise<void> {
    for (const line of inOrder(lines)) {
      const back = await this.db.sql`UPDATE "stock_level" SET "onHand" = "onHand" + ${line.quantity}
        WHERE "market" = ${act.market} AND "variantId" = ${line.variantId} RETURNING "variantId"`;
      await this.moved(act, line, 'come_back', back);
    }
  }

  /** What was counted on the shelf before the first sale. Refuses a count below what buyers have ordered already. */
  async open(act: Act, variantId: string, counted: number): Promise<void> {
    const saved = await this.db.sql`
      INSERT INTO "stock_level" ("market", "variantId", "onHand", "opening") VALUES (${act.market}, ${variantId}, ${counted}, ${counted})
      ON CONFLICT ("market", "variantId") DO UPDATE SET "onHand" = excluded."onHand", "opening" = excluded."opening"
      WHERE "stock_level"."reserved" + "stock_level"."allocated" <= excluded."onHand"
      RETURNING "variantId"`;
    if (saved.length === 0) throw conflict('products.stock_ordered');
    await this.note(act, { variantId, quantity: counted }, 'opening');
  }

  /** Goods of the edition lie on a shared shelf: the first buyer of a market gives it a shelf of its own. */
  private async ownRow(act: Act, variantId: string): Promise<void> {
    const edition = act.scope[1];
    if (!edition) return;
    await this.db.sql`
      INSERT INTO "stock_level" ("market", "variantId", "onHand", "opening")
      SELECT CAST(${act.market} AS varchar(24)), "variantId", "onHand", "opening" FROM "stock_level"
      WHERE "market" = ${edition} AND "variantId" = ${variantId} ON CONFLICT DO NOTHING`;
  }

  /** An order's status says that its pieces are there. Where the shelf says otherwise nothing of the act may stay, the order's move least of all. */
  private async moved(act: Act, line: StockLine, kind: Kind, rows: unknown[]): Promise<void> {
    if (rows.length !== 1)
      throw new Error(`The shelf of ${line.variantId} in ${act.market} does not hold what ${kind} takes.`);
    await this.note(act, line, kind);
  }

  private async note(act: Act, line: StockLine, kind: Kind): Promise<void> {
    await this.db.sql`INSERT INTO "stock_movement" ("id", "market", "variantId", "kind", "quantity", "reason", "at")
      VALUES (${act.nextId('mov')}, ${act.market}, ${line.variantId}, ${kind}, ${line.quantity}, '', ${act.now})`;
  }
}

/** Always in the order of the ids: two orders of the same goods cannot wait for each other. */
const inOrder = (lines: readonly StockLine[]): StockLine[] =>
  [...lines].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
