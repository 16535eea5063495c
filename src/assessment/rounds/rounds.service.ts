import { Injectable } from '@nestjs/common';
import { Classes } from '../../accounts/classes.service.js';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import { part, type SqlPart } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import type { Framework, Unit } from '../../practice/competency/framework.js';
import { Frameworks } from '../../practice/competency/frameworks.service.js';
import { Exercises, type ExerciseVersion } from '../../practice/exercises/exercises.service.js';
import { newId } from '../../shared/ids.js';
import { conflict, notFound } from '../../shared/refusal.js';
import type { WantedRound } from './round-form.js';
import type { RoundStatus } from './round-status.js';

export interface Round {
  id: string;
  centreId: string;
  name: string;
  frameworkId: string;
  unitCode: string;
  kind: 'class' | 'public';
  /** Of a public round: the group that its applicants join. */
  classId: string | null;
  place: string;
  opensAt: string;
  closesAt: string;
  appealDays: number;
  status: RoundStatus;
  recommendedPercent: number;
  setPercent: number | null;
  setBy: string | null;
  setByName: string | null;
  setReason: string | null;
  approvedBy: string | null;
  approvedByName: string | null;
  approvedAt: string | null;
  approvalReason: string | null;
  createdBy: string;
  createdAt: string;
}

export interface RoundExercise extends ExerciseVersion {
  times: number;
}

const PAGE = 20;
const MOST_TIMES = 4;

/** Rounds of assessment: one unit, its exercises, a place and a time. */
@Injectable()
export class Rounds {
  constructor(
    private readonly db: Database,
    private readonly log: ActivityLog,
    private readonly classes: Classes,
    private readonly frameworks: Frameworks,
    private readonly exercises: Exercises,
  ) {}

  /** A round in draft. A public one gets a group of its own, so that who applies has a card as learners of a class have. */
  async create(frameworkId: string, wanted: WantedRound, me: Signed): Promise<string> {
    const id = newId('rnd');
    const { name, unitCode, kind, place, opensAt, closesAt, recommendedPercent, appealDays } = wanted;
    await this.db.transaction(async () => {
      const group = kind === 'public' ? await this.classes.create(me.centreId, me.id, name) : null;
      await this.db
        .sql`INSERT INTO "assessment_round" ("id", "centreId", "name", "frameworkId", "unitCode", "kind", "classId", "place",
          "opensAt", "closesAt", "appealDays", "status", "recommendedPercent", "createdBy", "createdAt")
        VALUES (${id}, ${me.centreId}, ${name}, ${frameworkId}, ${unitCode}, ${kind}, ${group?.id ?? null}, ${place}, ${opensAt}, ${closesAt},
          ${appealDays}, 'draft', ${recommendedPercent}, ${me.id}, ${new Date()})`;
      this.note(id, me, 'round.drafted', { unitCode, kind, recommendedPercent, appealDays });
    });
    return id;
  }

  /** A round of the person's own centre; another centre's is not found. */
  async inCentre(id: string, me: Pick<Signed, 'centreId'>): Promise<Round> {
    const [round] = await this.rows(part`r."id" = ${id} AND r."centreId" = ${me.centreId}`, 1);
    if (!round) throw notFound();
    return round;
  }

  async get(id: string): Promise<Round> {
    const [round] = await this.rows(part`r."id" = ${id}`, 1);
    if (!round) throw notFound();
    return round;
  }

  /** The public round whose group has this code; null for a code that no public round has. */
  async findByCode(code: string): Promise<Round | null> {
    const [round] = await this.rows(
      part`r."classId" = (SELECT g."id" FROM "class_group" g WHERE g."code" = ${code}) AND r."status" = 'open'`,
      1,
    );
    return round ?? null;
  }

  /** The newest rounds of a centre, at most twenty, begun before `before`. */
  async list(me: Signed, before: string | null): Promise<{ rounds: Round[]; next: string | null }> {
    const rows = await this.rows(part`r."centreId" = ${me.centreId} AND r."createdAt" < ${before ?? '9'}`, PAGE + 1);
    const rounds = rows.slice(0, PAGE);
    return { rounds, next: rows.length > PAGE ? (rounds.at(-1)?.createdAt ?? null) : null };
  }

  /** The open rounds of a centre about one unit. */
  openAbout(unitCode: string, me: Signed): Promise<Round[]> {
    return this.rows(part`r."centreId" = ${me.centreId} AND r."unitCode" = ${unitCode} AND r."status" = 'open'`, PAGE);
  }

  async unitOf({ frameworkId, unitCode }: Round): Promise<{ framework: Framework; unit: Unit }> {
    const framework = await this.frameworks.get(frameworkId);
    const unit = framework.units.find(({ code }) => code === unitCode);
    if (!unit) throw notFound();
    return { framework, unit };
  }

  /** What each candidate of a round does, in the order in which it was put in. */
  async exercisesOf(roundId: string): Promise<RoundExercise[]> {
    const rows = await this.db.sql<{ exerciseVersionId: string; times: number }>`
      SELECT "exerciseVersionId", "times" FROM "round_exercise" WHERE "roundId" = ${roundId} ORDER BY "addedAt", "exerciseVersionId"`;
    return Promise.all(
      rows.map(async ({ exerciseVersionId, times }) => ({
        ...(await this.exercises.version(exerciseVersionId)),
        times,
      })),
    );
  }

  /** How often each candidate does an exercise, in its newest version; 0 takes it out. Only before the round opens. */
  async plan(round: Round, code: string, times: number, me: Signed): Promise<void> {
    const { id: versionId } = await this.exercises.newest(code);
    await this.db.transaction(async () => {
      await this.lockDraft(round.id);
      const versions = part`SELECT "id" FROM "exercise_version" WHERE "code" = ${code}`;
      await this.db
        .sql`DELETE FROM "round_exercise" WHERE "roundId" = ${round.id} AND "exerciseVersionId" IN (${versions})`;
      if (times > 0)
        await this.db.sql`INSERT INTO "round_exercise" ("roundId", "exerciseVersionId", "times", "addedAt")
          VALUES (${round.id}, ${versionId}, ${Math.min(times, MOST_TIMES)}, ${new Date()})`;
      this.note(round.id, me, 'round.planned', { exercise: versionId, times });
    });
  }

  /** Holds a draft until the transaction ends; refused once the round is open. */
  async lockDraft(id: string): Promise<void> {
    const [locked] = await this.db.sql`UPDATE "assessment_round" SET "status" = 'draft'
      WHERE "id" = ${id} AND "status" = 'draft' RETURNING "id"`;
    if (!locked) throw conflict('rounds.open_already');
  }

  /** Notes what happened to a round in its centre's log. */
  note(roundId: string, me: Pick<Signed, 'id' | 'centreId'>, type: string, payload: Record<string, unknown>): void {
    this.log.record({
      chain: `centre:${me.centreId}`,
      type,
      actor: 'person',
      personId: me.id,
      objectId: roundId,
      payload,
    });
  }

  private rows(where: SqlPart, most: number): Promise<Round[]> {
    return this.db.sql<Round>`
      SELECT r.*, s."displayName" AS "setByName", a."displayName" AS "approvedByName" FROM "assessment_round" r
      LEFT JOIN "person" s ON s."id" = r."setBy" LEFT JOIN "person" a ON a."id" = r."approvedBy"
      WHERE ${where} ORDER BY r."createdAt" DESC, r."id" LIMIT ${most}`;
  }
}
