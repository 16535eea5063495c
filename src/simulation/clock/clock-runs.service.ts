import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
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

// Longer than any one event takes: what ran out belongs to a process that died.
const LEASE = 20_000;
const RENEW_BELOW = 16_000;
const LONGEST_WAIT = 30_000;

/** Of two who want to move the same clock at once, one moves it and the other waits until it has come there. */
@Injectable()
export class ClockRuns implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
  ) {}

  /** A run that a dead process left would drag a market that begins anew to where the old one was going. */
  onModuleInit(): void {
    this.sandboxes.whenOpened(async ({ id }) => {
      await this.db.sql`DELETE FROM "clock_run" WHERE "sandboxId" = ${id}`;
    });
  }

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
    if (run.leaseUntil - Date.now() > RENEW_BELOW) return;
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

  /** Waits for somebody else's run. Answers whether it came to its end; a run that was given up is the caller's to go on with. */
  async wait(sandboxId: string): Promise<'over' | 'given_up'> {
    let leaseUntil: string | undefined;
    const isDecided = async () => {
      const [row] = await this.db.sql<{ leaseUntil: string }>`
        SELECT "leaseUntil" FROM "clock_run" WHERE "sandboxId" = ${sandboxId}`;
      leaseUntil = row?.leaseUntil;
      return !leaseUntil || Date.parse(leaseUntil) < Date.now();
    };
    if (!(await until(isDecided, LONGEST_WAIT))) throw conflict('simulation.still_moving');
    return leaseUntil ? 'given_up' : 'over';
  }
}
