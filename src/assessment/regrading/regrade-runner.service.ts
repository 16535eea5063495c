import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { GradingRuns } from '../../practice/attempts/grading-runs.service.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import { randomWord } from '../../shared/ids.js';
import { type Batch, withChanges } from './batch.js';
import { RegradeBatches } from './batches.service.js';
import { changesBetween } from './changes.js';
import { GradingThread } from './grading-thread.js';
import type { Frozen, Regraded } from './grading-worker.js';

const EVERY = 5_000;
// Longer than any one portion takes: what ran out belongs to a process that died.
const LEASE = 30_000;
// Small, so that no page waits long for the writing of one.
const PORTION = 10;
const MOST_UNREADABLE = 20;

/** Grades the submissions of regrades again, a portion at a time, in one process of all; another goes on where one died. */
@Injectable()
export class RegradeRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RegradeRunner.name);
  private readonly holder = randomWord(12);
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> | null = null;
  private isStopping = false;

  constructor(
    private readonly db: Database,
    private readonly batches: RegradeBatches,
    private readonly exercises: Exercises,
    private readonly runs: GradingRuns,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.hurry(), EVERY).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearInterval(this.timer);
    await this.round;
  }

  /** Looks for work now rather than at the next round. */
  hurry(): void {
    this.round ??= this.work()
      .catch((problem) => this.logger.error(`A regrade stands still: ${problem}`))
      .finally(() => {
        this.round = null;
      });
  }

  private async work(): Promise<void> {
    for (let id = await this.claim(); id && !this.isStopping; id = await this.claim()) await this.run(id);
  }

  /** The oldest regrade that nobody is at, now this process's. Most rounds find none, and then nothing is written. */
  private async claim(): Promise<string | null> {
    const now = new Date();
    const [waiting] = await this.db.sql<{ id: string }>`SELECT "id" FROM "regrade_batch"
      WHERE "status" = 'running' AND "leaseUntil" <= ${now} ORDER BY "leaseUntil", "id" LIMIT 1`;
    if (!waiting) return null;
    const [mine] = await this.db.transaction(
      () => this.db.sql<{ id: string }>`UPDATE "regrade_batch" SET "holder" = ${this.holder}, "leaseUntil" = ${leased()}
        WHERE "id" = ${waiting.id} AND "status" = 'running' AND "leaseUntil" <= ${now} RETURNING "id"`,
    );
    return mine?.id ?? null;
  }

  private async run(id: string): Promise<void> {
    const { exercise } = await this.exercises.version((await this.batches.get(id)).toVersionId);
    const thread = new GradingThread(exercise);
    try {
      while (!this.isStopping && (await this.portion(id, thread))) {
        // The next portion waits for whoever wanted a page meanwhile.
        await pause(1);
      }
    } finally {
      await thread.stop();
    }
    if (this.isStopping) await this.giveBack(id);
  }

  /** Grades the next few. Answers whether there is more to do. */
  private async portion(id: string, thread: GradingThread): Promise<boolean> {
    const batch = await this.batches.get(id);
    if (batch.status !== 'running') return false;
    const frozen = await this.batches.frozenAfter(batch, batch.cursor, PORTION);
    if (frozen.length === 0) return this.finish(id);
    const graded = await thread.grade(frozen);
    try {
      await this.keep(batch, frozen, graded);
      return true;
    } catch (problem) {
      // Cancelled meanwhile, or another process's by now: this portion was undone whole.
      if (problem instanceof NoLongerMine) return false;
      throw problem;
    }
  }

  private async keep(batch: Batch, frozen: readonly Frozen[], graded: readonly Regraded[]): Promise<void> {
    const before = await this.runs.inForceAmong(frozen.map(({ submissionId }) => submissionId));
    await this.db.transaction(async () => {
      let { summary } = batch;
      const unreadable = [...batch.unreadable];
      const cursor = frozen.at(-1)?.submissionId ?? batch.cursor;
      for (const { submissionId, grading } of graded) {
        const old = before.get(submissionId);
        if (!grading || !old) {
          if (unreadable.length < MOST_UNREADABLE) unreadable.push(submissionId);
          continue;
        }
        const changes = changesBetween(old, grading);
        if (!changes) continue;
        summary = withChanges(summary, changes);
        const runId = await this.runs.keep(submissionId, batch.toVersionId, grading, batch.id);
        await this.db
          .sql`INSERT INTO "regrade_diff" ("batchId", "submissionId", "beforeRunId", "runId", "direction", "isBroken", "changes")
          VALUES (${batch.id}, ${submissionId}, ${old.runId}, ${runId}, ${changes.direction}, ${changes.isBroken}, ${JSON.stringify(changes)})`;
      }
      // The cursor of before is the proof that nobody else did this portion.
      const [kept] = await this.db
        .sql`UPDATE "regrade_batch" SET "done" = "done" + ${frozen.length}, "cursor" = ${cursor},
          "summary" = ${JSON.stringify(summary)}, "unreadable" = ${JSON.stringify(unreadable)}, "leaseUntil" = ${leased()}
        WHERE "id" = ${batch.id} AND "status" = 'running' AND "holder" = ${this.holder} AND "cursor" = ${batch.cursor} RETURNING "id"`;
      if (!kept) throw new NoLongerMine();
    });
  }

  private async finish(id: string): Promise<false> {
    await this.db.transaction(
      () => this.db.sql`UPDATE "regrade_batch" SET "status" = 'ready', "readyAt" = ${new Date()}, "holder" = NULL
        WHERE "id" = ${id} AND "status" = 'running' AND "holder" = ${this.holder}`,
    );
    return false;
  }

  private async giveBack(id: string): Promise<void> {
    await this.db.transaction(
      () => this.db.sql`UPDATE "regrade_batch" SET "holder" = NULL, "leaseUntil" = ${new Date()}
        WHERE "id" = ${id} AND "status" = 'running' AND "holder" = ${this.holder}`,
    );
  }
}

class NoLongerMine extends Error {}

const leased = (): Date => new Date(Date.now() + LEASE);
