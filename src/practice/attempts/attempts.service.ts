import { Injectable } from '@nestjs/common';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { ServerSecret } from '../../platform/web/server-secret.js';
import { MINUTE } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import { conflict, notFound } from '../../shared/refusal.js';
import { editionIdOf, loadScenario } from '../../simulation/scenarios/scenario.js';
import { injectAt } from '../../simulation/scenarios/timeline.js';
import { Exercises, type ExerciseVersion } from '../exercises/exercises.service.js';
import { cast } from '../snapshot/casting.js';
import { marketSetupFor } from '../snapshot/market-setup.js';
import { PreparedShops } from '../snapshot/prepared-shops.service.js';
import { type AssignmentWindow, whyNotBegin } from './assignment-window.js';
import { attemptSeed } from './attempt-seed.js';

export type Mode = 'practice' | 'assessment';

export interface Attempt {
  id: string;
  learnerId: string;
  assignmentId: string | null;
  exerciseVersionId: string;
  mode: Mode;
  number: number;
  seed: string;
  sandboxId: string;
  status: 'not_started' | 'in_progress' | 'submitted' | 'closed';
  preview: boolean;
}

/** Her first deeds take the market some minutes; preparing her shop takes one for each deed too. */
const UNTOUCHED = 20 * MINUTE;
const PREPARED_WITHIN = 30_000;

/** Which exercise of which round it is, and the how-manieth time. */
export interface RoundAttempt {
  exerciseVersionId: string;
  learnerId: string;
  roundId: string;
  seedNumber: number;
  number: number;
}

type NewAttempt = Pick<Attempt, 'learnerId' | 'assignmentId' | 'mode' | 'number' | 'seed' | 'preview'>;

/** Opens attempts, each with a sandbox of its own, and finds them for the one who owns them. */
@Injectable()
export class Attempts {
  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly exercises: Exercises,
    private readonly secret: ServerSecret,
    private readonly shops: PreparedShops,
  ) {}

  /** A trainer plays an exercise as a learner would; `seed` repeats a given market. Never assessed. */
  async preview(code: string, trainerId: string, seed: string | null): Promise<Attempt> {
    const version = await this.exercises.newest(code);
    const chosen = seed ?? attemptSeed(this.secret.value, version.id, newId('preview'), 1);
    const wanted = { learnerId: trainerId, assignmentId: null, mode: 'practice', number: 1, seed: chosen } as const;
    return this.ready(await this.open(version, { ...wanted, preview: true }), version);
  }

  /**
   * The learner's attempt at an assignment that is under way, or a new one when its time has come. What was handed in for practice may be
   * tried again, in another market; an assessment is done once. 404 for who is not in its class.
   */
  async start(assignmentId: string, learnerId: string): Promise<Attempt> {
    const [row] = await this.db.sql<{ exerciseVersionId: string; classId: string; mode: Mode } & AssignmentWindow>`
      SELECT a."exerciseVersionId", a."classId", a."mode", a."opensAt", a."closesAt" FROM "assignment" a JOIN "class_member" m ON m."classId" = a."classId"
      WHERE a."id" = ${assignmentId} AND m."personId" = ${learnerId}`;
    if (!row) throw notFound();
    const version = await this.exercises.version(row.exerciseVersionId);
    const { attempt, isNew } = await this.begin(assignmentId, learnerId, row, version);
    return isNew ? this.ready(attempt, version) : this.mended(attempt, version);
  }

  /**
   * An attempt of an assessment round, whose seed nobody can work out beforehand. Joins the caller's transaction, after which `prepare` makes her
   * market ready. `seedNumber`: her how-manieth attempt in this round; `number`: at this exercise.
   */
  async openInRound(wanted: RoundAttempt): Promise<Attempt> {
    const { exerciseVersionId, learnerId, roundId, seedNumber, number } = wanted;
    const seed = attemptSeed(this.secret.value, roundId, learnerId, seedNumber);
    const version = await this.exercises.version(exerciseVersionId);
    return this.open(version, { learnerId, assignmentId: null, mode: 'assessment', number, seed, preview: false });
  }

  /** What a new attempt's shop begins with; what a crash left half prepared is mended by `mend`. */
  async prepare(attempt: Attempt): Promise<Attempt> {
    return this.ready(attempt, await this.exercises.version(attempt.exerciseVersionId));
  }

  async mend(attempt: Attempt): Promise<Attempt> {
    return this.mended(attempt, await this.exercises.version(attempt.exerciseVersionId));
  }

  /** Begins again: a new generation of the market, the old one is kept. */
  async reset(attempt: Attempt): Promise<void> {
    await this.sandboxes.reset(attempt.sandboxId);
    await this.ready(attempt, await this.exercises.version(attempt.exerciseVersionId));
  }

  private begin(
    assignmentId: string,
    learnerId: string,
    row: { classId: string; mode: Mode } & AssignmentWindow,
    version: ExerciseVersion,
  ): Promise<{ attempt: Attempt; isNew: boolean }> {
    return this.db.transaction(async () => {
      // Of two taps on one button the second finds what the first has opened.
      await this.db.sql`UPDATE "assignment" SET "mode" = "mode" WHERE "id" = ${assignmentId}`;
      const [earlier] = await this.db.sql<Attempt>`
        SELECT * FROM "attempt" WHERE "assignmentId" = ${assignmentId} AND "learnerId" = ${learnerId} ORDER BY "number" DESC LIMIT 1`;
      if (earlier && (row.mode === 'assessment' || earlier.status === 'in_progress'))
        return { attempt: readAttempt(earlier), isNew: false };
      const why = whyNotBegin(row, new Date());
      if (why) throw conflict(why);
      const number = (earlier?.number ?? 0) + 1;
      const seed = attemptSeed(this.secret.value, assignmentId, learnerId, number);
      const wanted = { learnerId, assignmentId, mode: row.mode, number, seed, preview: false };
      // What is assessed is shown to nobody: whoever is assessed after her would find her answers.
      return { attempt: await this.open(version, wanted, row.mode === 'practice' ? row.classId : null), isNew: true };
    });
  }

  /** Own attempts only; somebody else's is not found. */
  async own(id: string, personId: string): Promise<Attempt> {
    const [row] = await this.db.sql<Attempt>`
      SELECT * FROM "attempt" WHERE "id" = ${id} AND "learnerId" = ${personId}`;
    if (!row) throw notFound();
    return readAttempt(row);
  }

  /** Her attempt that is played in this market; null in a class's market and in somebody else's. */
  async inMarket(sandboxId: string, personId: string): Promise<Attempt | null> {
    const [row] = await this.db.sql<Attempt>`
      SELECT * FROM "attempt" WHERE "sandboxId" = ${sandboxId} AND "learnerId" = ${personId}`;
    return row ? readAttempt(row) : null;
  }

  /** The rest of what a crash left half prepared. A second tap of the same moment leaves it to the first. */
  private async mended(attempt: Attempt, version: ExerciseVersion): Promise<Attempt> {
    const { openedClock, clock, createdAt, scenario } = await this.sandboxes.get(attempt.sandboxId);
    const { history } = loadScenario(scenario);
    const hers = history ? injectAt(history.begins, openedClock).getTime() : openedClock.getTime() + UNTOUCHED;
    const isOld = Date.now() - createdAt.getTime() > PREPARED_WITHIN;
    return clock.getTime() < hers && isOld ? this.ready(attempt, version) : attempt;
  }

  /** What is prepared for her is done by the market's own verbs, which no transaction may hold. */
  private async ready(attempt: Attempt, { exercise }: ExerciseVersion): Promise<Attempt> {
    if (exercise.preparedGoods && attempt.status === 'in_progress')
      await this.shops.ensure(attempt.sandboxId, attempt.learnerId);
    return attempt;
  }

  private open(version: ExerciseVersion, wanted: NewAttempt, classId: string | null = null): Promise<Attempt> {
    const scenario = loadScenario(version.exercise.scenario);
    return this.db.transaction(async () => {
      const edition = await this.sandboxes.editionOf(editionIdOf(scenario));
      const sandbox = await this.sandboxes.open({
        kind: 'attempt',
        scenario: scenario.id,
        ruleSet: scenario.ruleSet,
        seed: wanted.seed,
        clock: new Date(scenario.startsAt),
        editionId: edition?.id ?? null,
        ownerId: wanted.learnerId,
        classId,
        setup: marketSetupFor(version.exercise, scenario, cast(scenario, wanted.seed), wanted.seed),
      });
      const attempt: Attempt = {
        ...wanted,
        id: newId('att'),
        exerciseVersionId: version.id,
        sandboxId: sandbox.id,
        status: 'in_progress',
      };
      await this.db
        .sql`INSERT INTO "attempt" ("id", "learnerId", "assignmentId", "exerciseVersionId", "mode", "number", "seed",
          "sandboxId", "status", "preview", "createdAt")
        VALUES (${attempt.id}, ${attempt.learnerId}, ${attempt.assignmentId}, ${attempt.exerciseVersionId}, ${attempt.mode},
          ${attempt.number}, ${attempt.seed}, ${attempt.sandboxId}, ${attempt.status}, ${attempt.preview}, ${new Date()})`;
      return attempt;
    });
  }
}

/** SQLite answers Booleans as numbers. */
const readAttempt = (row: Attempt): Attempt => ({ ...row, preview: Boolean(row.preview) });
