import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { randomWord } from '../../shared/ids.js';
import { conflict } from '../../shared/refusal.js';
import { until } from './until.js';

/** A market's clock on its way to `target`. */
export interface ClockRun {
  sandboxId: string;
  holder: string;
  target: Date;
  leaseUntil: number;
}

const LEASE = 30_000;
const LONGEST_WAIT = 20_000;

/** Of two who want to move the same clock at once, one moves it and the other waits until it has come there. */
@Injectable()
export class ClockRuns {
  constructor(private readonly db: Database) {}

  /** The run that is now the caller's, or null while somebody else moves this clock. One that a dead process left is gone on with, to its own target. */
  async begin(sandboxId: string, target: Date): Promise<ClockRun | null> {
    const holder = randomWord(12);
    const now = Date.now();
    const leaseUntil = now + LEASE;
    const rows = await this.db.transaction(
      () => this.db.sql<{ target: string }>`INSERT INTO "clock_run" ("sandboxId", "holder", "target", "leaseUntil")
        VALUES (${sandboxId}, ${holder}, ${target}, ${new Date(leaseUntil)})
        ON CONFLICT ("sandboxId") DO UPDATE SET "holder" = excluded."holder", "leaseUntil" = excluded."leaseUntil"
        WHERE "clock_run"."leaseUntil" < ${new Date(now)} RETURNING "target"`,
    );
    return rows[0] ? { sandboxId, holder, target: new Date(rows[0].target), leaseUntil } : null;
  }

  /** Keeps a run that takes long. A row each time would cost more than most of what happens on the way. */
  async renew(run: ClockRun): Promise<void> {
    if (run.leaseUntil - Date.now() > LEASE / 2) return;
    run.leaseUntil = Date.now() + LEASE;
    await this.db.transaction(
      () => this.db.sql`UPDATE "clock_run" SET "leaseUntil" = ${new Date(run.leaseUntil)}
        WHERE "sandboxId" = ${run.sandboxId} AND "holder" = ${run.holder}`,
    );
  }

  async end({ sandboxId, holder }: ClockRun): Promise<void> {
    await this.db.transaction(
      () => this.db.sql`DELETE FROM "clock_run" WHERE "sandboxId" = ${sandboxId} AND "holder" = ${holder}`,
    );
  }

  /** Waits for somebody else's run. Refuses when it takes too long: that process most likely died. */
  async wait(sandboxId: string): Promise<void> {
    const isOver = async () => {
      const rows = await this.db.sql`SELECT "holder" FROM "clock_run" WHERE "sandboxId" = ${sandboxId}`;
      return rows.length === 0;
    };
    if (!(await until(isOver, LONGEST_WAIT))) throw conflict('simulation.still_moving');
  }
}
