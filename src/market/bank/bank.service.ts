import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { referenceOn } from './reference.js';
import {
  type AccountHolder,
  lineOf,
  type Purpose,
  type StatementLine,
  type Transfer,
  tidyTransfer,
} from './transfer.js';

export interface NewTransfer {
  from: AccountHolder;
  to: AccountHolder;
  amountSatang: number;
  purpose: Purpose;
  objectId: string | null;
  /** Market time; now when absent. */
  arrivesAt?: Date;
}

const MOST_LINES = 200;

/** ธนาคารฝึก: moves money between accounts and keeps their statements. It knows accounts and no orders. */
@Injectable()
export class Bank {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
  ) {}

  /** A slow transfer comes to its end. */
  arrive = this.acts.verb('bank.arrive', async (act, { transferId }: { transferId: string }) => {
    await this.credit(act, await this.get(act.market, transferId));
  });

  /** The holder looks at her statement: from now on she has seen what stands in it. Answers how many lines are new to her. */
  view = this.acts.verb('bank.view', async (act, { account }: { account: string }) => {
    const seen = await this.db.sql<{ id: string }>`UPDATE "bank_transfer" SET "viewedAt" = ${act.now}
      WHERE "market" = ${act.market} AND "toAccount" = ${account} AND "arrivedAt" IS NOT NULL AND "viewedAt" IS NULL
      RETURNING "id"`;
    await this.db.sql`UPDATE "payment_account" SET "lookedAt" = ${act.now}
      WHERE "market" = ${act.market} AND "number" = ${account} AND "unlinkedAt" IS NULL`;
    act.record('bank_ledger.viewed', account, { account, transfers: seen.map(({ id }) => id).sort() });
    return seen.length;
  });

  /** Sends money as part of the caller's act. A part that `arrivesAt` later comes by the market clock. */
  async send(act: Act, { from, to, amountSatang, purpose, objectId, arrivesAt }: NewTransfer): Promise<Transfer> {
    if (!Number.isSafeInteger(amountSatang) || amountSatang < 1) throw conflict('bank.no_amount');
    const id = act.nextId('trf');
    const due = arrivesAt && arrivesAt > act.now ? arrivesAt : act.now;
    await this.db
      .sql`INSERT INTO "bank_transfer" ("id", "market", "reference", "fromAccount", "fromName", "toAccount", "toName",
        "amountSatang", "purpose", "objectId", "sentAt", "arrivesAt")
      VALUES (${id}, ${act.market}, ${referenceFor(act, id)}, ${from.account}, ${from.name}, ${to.account}, ${to.name},
        ${amountSatang}, ${purpose}, ${objectId}, ${act.now}, ${due})`;
    const transfer = await this.get(act.market, id);
    const { reference } = transfer;
    act.record('bank_ledger.debit', id, { account: from.account, to: to.account, amountSatang, reference, purpose });
    if (due > act.now) await act.later(due, 'bank.arrive', { transferId: id });
    else await this.credit(act, transfer);
    return transfer;
  }

  /** The receiver took the money for this. Refuses what she has not looked at yet and what is taken. */
  async match(act: Act, transfer: Transfer, objectId: string): Promise<void> {
    if (!transfer.viewedAt) throw conflict('bank.not_looked');
    const matched = await this.db.sql`UPDATE "bank_transfer" SET "matchedTo" = ${objectId}, "matchedAt" = ${act.now}
      WHERE "id" = ${transfer.id} AND "matchedTo" IS NULL RETURNING "id"`;
    if (matched.length !== 1) throw conflict('bank.taken');
    const { id, amountSatang, reference, toAccount: account } = transfer;
    act.record('bank_ledger.matched', id, {
      matchedTo: objectId,
      account,
      amountSatang,
      reference,
      viewedAt: transfer.viewedAt,
    });
  }

  /** Notes what the receiver counted the money in, so that it can be taken out of the same again. */
  async counted(act: Act, { id }: Transfer, countedIn: string): Promise<void> {
    await this.db
      .sql`UPDATE "bank_transfer" SET "countedIn" = ${countedIn} WHERE "id" = ${id} AND "market" = ${act.market}`;
  }

  /** The receiver took it for the wrong thing: the line of her statement is open again. */
  async unmatch(act: Act, { id, matchedTo, amountSatang, reference, toAccount: account }: Transfer): Promise<void> {
    const open = await this.db
      .sql`UPDATE "bank_transfer" SET "matchedTo" = ${null}, "matchedAt" = ${null}, "countedIn" = ${null}
      WHERE "id" = ${id} AND "matchedTo" = ${matchedTo} RETURNING "id"`;
    if (open.length !== 1) throw conflict('bank.not_matched');
    act.record('bank_ledger.unmatched', id, { matchedTo, account, amountSatang, reference });
  }

  async get(market: string, id: string): Promise<Transfer> {
    const [row] = await this.db
      .sql<Transfer>`SELECT * FROM "bank_transfer" WHERE "id" = ${id} AND "market" = ${market}`;
    if (!row) throw notFound('bank.no_transfer');
    return tidyTransfer(row);
  }

  /** The newest lines of a statement; of credits only those that its holder has looked at, unless `whole`. */
  async statement(market: string, account: string, whole = false): Promise<StatementLine[]> {
    const rows = await this.db.sql<Transfer>`SELECT * FROM "bank_transfer"
      WHERE "market" = ${market} AND ("fromAccount" = ${account} OR ("toAccount" = ${account} AND "arrivedAt" IS NOT NULL))
      ORDER BY COALESCE("arrivedAt", "sentAt") DESC, "reference" DESC LIMIT ${MOST_LINES}`;
    const lines = rows.map((row) => lineOf(account, tidyTransfer(row)));
    return whole ? lines : lines.filter(({ isCredit, viewedAt }) => !isCredit || viewedAt !== null);
  }

  /** What was sent for this, oldest first. */
  async about(market: string, objectId: string): Promise<Transfer[]> {
    const rows = await this.db.sql<Transfer>`SELECT * FROM "bank_transfer"
      WHERE "market" = ${market} AND "objectId" = ${objectId} ORDER BY "sentAt", "reference"`;
    return rows.map(tidyTransfer);
  }

  /** Credits that were taken for this, oldest first. */
  async matchedTo(market: string, objectId: string): Promise<Transfer[]> {
    const rows = await this.db.sql<Transfer>`SELECT * FROM "bank_transfer"
      WHERE "market" = ${market} AND "matchedTo" = ${objectId} ORDER BY "arrivedAt", "reference"`;
    return rows.map(tidyTransfer);
  }

  /** What this account sent, newest first. */
  async sentFrom(market: string, account: string): Promise<Transfer[]> {
    const rows = await this.db.sql<Transfer>`SELECT * FROM "bank_transfer"
      WHERE "market" = ${market} AND "fromAccount" = ${account} ORDER BY "sentAt" DESC, "reference" DESC LIMIT ${MOST_LINES}`;
    return rows.map(tidyTransfer);
  }

  private async credit(act: Act, { id, toAccount, amountSatang, reference, fromName }: Transfer): Promise<void> {
    const come = await this.db.sql`UPDATE "bank_transfer" SET "arrivedAt" = ${act.now}
      WHERE "id" = ${id} AND "arrivedAt" IS NULL RETURNING "id"`;
    if (come.length === 0) return;
    act.record('bank_ledger.credit', id, { account: toAccount, amountSatang, reference, fromName });
  }
}

/** Not from the id, which begins with the market's: the same acts of the same seed give the same reference in a replay. */
const referenceFor = (act: Act, id: string): string =>
  referenceOn(act.now, `${act.seed}/transfer/${id.split('.').slice(-2).join('.')}`);
