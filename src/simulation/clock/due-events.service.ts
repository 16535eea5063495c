import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Something that falls due in a market; `payload` is the input of its verb. */
export interface DueEvent {
  id: string;
  dueAt: Date;
  verb: string;
  payload: unknown;
}

/** Much longer than a verb takes: a lease that ran out belongs to a process that died, and whoever advances the clock waits for that. */
const LEASE = 10_000;

/** Somebody else has done the event in the meantime; thrown to undo the second doing. */
export class DoneMeanwhile extends Error {}

/** The table of what falls due. A claim is one conditional UPDATE with a lease, so that of two processes one gets the event. */
@Injectable()
export class DueEvents {
  constructor(private readonly db: Database) {}

  /** Claims the earliest event that is due at `target` (market time). `taken` when another process is at it, null when there is none. */
  claim(sandboxId: string, target: Date, now = new Date()): Promise<DueEvent | 'taken' | null> {
    return this.db.transaction(async () => {
      const [row] = await this.db.sql<{ id: string; dueAt: string; verb: string; payload: string }>`
        UPDATE "due_event" SET "leaseUntil" = ${new Date(now.getTime() + LEASE)} WHERE "id" = (
          SELECT d."id" FROM "due_event" d JOIN "sandbox" s ON s."id" = d."sandboxId" AND s."generation" = d."generation"
          WHERE d."sandboxId" = ${sandboxId} AND d."doneAt" IS NULL AND d."dueAt" <= ${target}
          ORDER BY d."dueAt", d."id" LIMIT 1)
        AND "doneAt" IS NULL AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now})
        RETURNING "id", "dueAt", "verb", "payload"`;
      if (!row) return (await this.isAnyLeft(sandboxId, target)) ? 'taken' : null;
      return { id: row.id, dueAt: new Date(row.dueAt), verb: row.verb, payload: JSON.parse(row.payload) };
    });
  }

  /** Joins the transaction of the event's own act, so that neither a crash nor a lease that ran out does an event twice. */
  async done(id: string): Promise<void> {
    const mine = await this.db.transaction(
      () =>
        this.db
          .sql`UPDATE "due_event" SET "doneAt" = ${new Date()} WHERE "id" = ${id} AND "doneAt" IS NULL RETURNING "id"`,
    );
    if (mine.length !== 1) throw new DoneMeanwhile(`The event ${id} was done meanwhile.`);
  }

  /** Gives a claimed event back, so that the next advance tries it again. */
  async release(id: string): Promise<void> {
    await this.db.transaction(() => this.db.sql`UPDATE "due_event" SET "leaseUntil" = NULL WHERE "id" = ${id}`);
  }

  private async isAnyLeft(sandboxId: string, target: Date): Promise<boolean> {
    const rows = await this.db.sql`
      SELECT d."id" FROM "due_event" d JOIN "sandbox" s ON s."id" = d."sandboxId" AND s."generation" = d."generation"
      WHERE d."sandboxId" = ${sandboxId} AND d."doneAt" IS NULL AND d."dueAt" <= ${target} LIMIT 1`;
    return rows.length > 0;
  }
}
