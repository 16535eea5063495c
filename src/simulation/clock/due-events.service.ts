import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { earliest } from './earliest.js';

/** Something that falls due in one generation of a market; `payload` is the input of its verb. */
export interface DueEvent {
  id: string;
  sandboxId: string;
  generation: number;
  dueAt: Date;
  verb: string;
  payload: unknown;
}

/** Another process did it, or the market began anew: what was being done is undone with the transaction. */
export class AlreadyHappened extends Error {}

const MOST_AT_ONCE = 200;

/** The calendar of the markets. An event is struck off by the act that does it, in its transaction: neither is there without the other. */
@Injectable()
export class DueEvents {
  constructor(private readonly db: Database) {}

  /** The earliest event that is due at `target` (market time), or null when there is none or the generation is over. */
  async next(sandboxId: string, generation: number, target: Date): Promise<DueEvent | null> {
    const rows = await this.db.sql<{ id: string; dueAt: string; verb: string; payload: string }>`
      SELECT d."id", d."dueAt", d."verb", d."payload" FROM "due_event" d
      JOIN "sandbox" s ON s."id" = d."sandboxId" AND s."generation" = d."generation"
      WHERE d."sandboxId" = ${sandboxId} AND d."generation" = ${generation} AND d."doneAt" IS NULL AND d."dueAt" <= ${target}
      ORDER BY d."dueAt" LIMIT ${MOST_AT_ONCE}`;
    const row = earliest(rows);
    if (!row) return null;
    const { id, verb, dueAt, payload } = row;
    return { id, sandboxId, generation, verb, dueAt: new Date(dueAt), payload: JSON.parse(payload) };
  }

  /** Takes an event off in the transaction of the act that does it, or of its own; undoes both when it was done meanwhile. */
  async strike({ id }: DueEvent): Promise<void> {
    const struck = await this.db.transaction(
      () => this.db.sql`UPDATE "due_event" SET "doneAt" = ${new Date()} WHERE "id" = ${id} AND "doneAt" IS NULL
        AND "generation" = (SELECT "generation" FROM "sandbox" WHERE "sandbox"."id" = "due_event"."sandboxId") RETURNING "id"`,
    );
    if (struck.length === 0) throw new AlreadyHappened(`${id} has been done, or its market began anew.`);
  }

  /** Lets an event fall due so much later, in milliseconds of market time. */
  async postpone({ id, dueAt }: DueEvent, by: number): Promise<void> {
    const later = new Date(dueAt.getTime() + by);
    const moved = await this.db.transaction(
      () => this.db.sql`UPDATE "due_event" SET "dueAt" = ${later} WHERE "id" = ${id} AND "doneAt" IS NULL
        AND "dueAt" = ${dueAt} RETURNING "id"`,
    );
    if (moved.length === 0) throw new AlreadyHappened(`${id} has been done or moved meanwhile.`);
  }

  /** Enters what is due from the first moment of a generation on, as part of its opening. */
  async enter(
    market: { sandboxId: string; generation: number },
    events: ReadonlyArray<Pick<DueEvent, 'dueAt' | 'verb' | 'payload'>>,
  ): Promise<void> {
    for (const [at, { dueAt, verb, payload }] of events.entries()) {
      const id = `due_${market.sandboxId}.${market.generation}.0.${at + 1}`;
      await this.db.sql`INSERT INTO "due_event" ("id", "sandboxId", "generation", "dueAt", "verb", "payload")
        VALUES (${id}, ${market.sandboxId}, ${market.generation}, ${dueAt}, ${verb}, ${JSON.stringify(payload)})`;
    }
  }
}
