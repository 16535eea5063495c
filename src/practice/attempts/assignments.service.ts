import { Injectable } from '@nestjs/common';
import type { ClassGroup } from '../../accounts/class.entity.js';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../shared/ids.js';
import { notFound } from '../../shared/refusal.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import { Exercises } from '../exercises/exercises.service.js';
import type { Mode } from './attempts.service.js';

/** What a trainer asks for: the newest version of an exercise, for a whole class. */
export interface WantedAssignment {
  code: string;
  mode: Mode;
  opensAt?: Date | null;
  closesAt?: Date | null;
  /** Of the form that was sent: sent twice, it assigns once. */
  onceKey?: string | null;
}

export interface Assignment {
  id: string;
  classId: string;
  exerciseVersionId: string;
  mode: Mode;
  opensAt: string | null;
  closesAt: string | null;
  createdAt: string;
  exercise: Exercise;
}

type Stored = Omit<Assignment, 'exercise'> & { body: string };

/** Gives a class an exercise to do. */
@Injectable()
export class Assignments {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
    private readonly log: ActivityLog,
  ) {}

  /** Answers the assignment's id; the same form sent again answers the first one's. */
  async give(
    group: Pick<ClassGroup, 'id' | 'centreId'>,
    { code, mode, opensAt = null, closesAt = null, onceKey = null }: WantedAssignment,
    byPersonId: string,
  ): Promise<string> {
    const version = await this.exercises.newest(code);
    const id = newId('asg');
    return this.db.transaction(async () => {
      const createdAt = await this.momentAfterTheLast(group.id);
      const [made] = await this.db.sql`INSERT INTO "assignment"
        ("id", "classId", "exerciseVersionId", "mode", "opensAt", "closesAt", "onceKey", "createdBy", "createdAt")
        VALUES (${id}, ${group.id}, ${version.id}, ${mode}, ${opensAt}, ${closesAt}, ${onceKey}, ${byPersonId}, ${createdAt})
        ON CONFLICT ("classId", "onceKey") DO NOTHING RETURNING "id"`;
      if (!made) return this.givenBefore(group.id, onceKey);
      this.log.record({
        chain: `centre:${group.centreId}`,
        type: 'exercise.assigned',
        actor: 'person',
        personId: byPersonId,
        objectId: id,
        payload: {
          classId: group.id,
          exercise: version.id,
          mode,
          opensAt: opensAt?.toISOString() ?? null,
          closesAt: closesAt?.toISOString() ?? null,
        },
      });
      return id;
    });
  }

  /** What a class was given, newest first. */
  async ofClass(classId: string): Promise<Assignment[]> {
    const rows = await this.db.sql<Stored>`
      SELECT a."id", a."classId", a."exerciseVersionId", a."mode", a."opensAt", a."closesAt", a."createdAt", v."body"
      FROM "assignment" a JOIN "exercise_version" v ON v."id" = a."exerciseVersionId"
      WHERE a."classId" = ${classId} ORDER BY a."createdAt" DESC, a."id" LIMIT 100`;
    return rows.map(read);
  }

  /** One of a class's assignments; another class's is not found. */
  async inClass(classId: string, id: string): Promise<Assignment> {
    const [row] = await this.db.sql<Stored>`
      SELECT a."id", a."classId", a."exerciseVersionId", a."mode", a."opensAt", a."closesAt", a."createdAt", v."body"
      FROM "assignment" a JOIN "exercise_version" v ON v."id" = a."exerciseVersionId"
      WHERE a."id" = ${id} AND a."classId" = ${classId}`;
    if (!row) throw notFound();
    return read(row);
  }

  /** Now, or a little later: learners find assignments in the order in which they were given, and two in one millisecond have none. */
  private async momentAfterTheLast(classId: string): Promise<Date> {
    const [last] = await this.db.sql<{ createdAt: string }>`
      SELECT "createdAt" FROM "assignment" WHERE "classId" = ${classId} ORDER BY "createdAt" DESC LIMIT 1`;
    return new Date(Math.max(Date.now(), last ? Date.parse(last.createdAt) + 1 : 0));
  }

  private async givenBefore(classId: string, onceKey: string | null): Promise<string> {
    const [row] = await this.db.sql<{ id: string }>`
      SELECT "id" FROM "assignment" WHERE "classId" = ${classId} AND "onceKey" = ${onceKey}`;
    if (!row) throw notFound();
    return row.id;
  }
}

const read = ({ body, ...row }: Stored): Assignment => ({ ...row, exercise: JSON.parse(body) as Exercise });
