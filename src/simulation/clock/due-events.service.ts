import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { MINUTE } from '../../shared/clock.js';

/** Something that falls due in a market; `payload` is the input of its verb. */
export interface DueEvent {
  id: string;
  dueAt: Date;
  verb: string;
  payload: unknown;
}

/** The table of what falls due. A claim is one conditional UPDATE with a lease, so that of two processes one gets the event. */
@Injectable()
export class DueEvents {
  constructor(private readonly db: Database) {}

  /** Claims the earliest event that is due at `target` (market time), or null when there is none. */
  claim(sandboxId: string, target: Date, now = new Date()): Promise<DueEvent | null> {
    return this.db.transaction(async () => {
      const [row] = await this.db.sql<{ id: string; dueAt: string; verb: string; payload: string }>`
        UPDATE "due_event" SET "leaseUntil" = ${new Date(now.getTime() + MINUTE)} WHERE "id" = (
          SELECT d."id" FROM "due_event" d JOIN "sandbox" s ON s."id" = d."sandboxId" AND s."generation" = d."generation"
          WHERE d."sandboxId" = ${sandboxId} AND d."doneAt" IS NULL AND d."dueAt" <= ${target}
          ORDER BY d."dueAt", d."id" LIMIT 1)
        AND "doneAt" IS NULL AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now})
        RETURNING "id", "dueAt", "verb", "payload"`;
      return row ? { id: row.id, dueAt: new Date(row.dueAt), verb: row.verb, payload: JSON.parse(row.payload) } : null;
    });
  }

  async done(id: string): Promise<void> {
    await this.db.transaction(() => this.db.sql`UPDATE "due_event" SET "doneAt" = ${new Date()} WHERE "id" = ${id}`);
  }

  /** Gives a claimed event back, so that the next advance tries it again. */
  async release(id: string): Promise<void> {
    await this.db.transaction(() => this.db.sql`UPDATE "due_event" SET "leaseUntil" = NULL WHERE "id" = ${id}`);
  }
}
