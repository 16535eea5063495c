import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';
import { notFound } from '../../shared/refusal.js';
import { loadExercises } from './exercise-loader.js';
import type { Exercise } from './exercise-schema.js';
import { inFrameworkOrder } from './in-framework-order.js';

export interface ExerciseVersion {
  /** `first-sale@1` */
  id: string;
  exercise: Exercise;
}

/** The published exercise versions: brought from seeds/exercises at the start, never changed afterwards. */
@Injectable()
export class Exercises implements OnModuleInit {
  /** Asked for by every page of an attempt; a published version never changes, so that no process needs to hear of another's. */
  private readonly versions = new Map<string, ExerciseVersion>();

  constructor(private readonly db: Database) {}

  async onModuleInit(): Promise<void> {
    for (const exercise of loadExercises()) await this.publish(exercise);
  }

  /** Idempotent by code and version; throws when a published version has other words than before. */
  async publish(exercise: Exercise): Promise<void> {
    const { code, version } = exercise;
    const body = canonicalJson(exercise);
    const sha = sha256Hex(body);
    const now = new Date();
    await this.db.transaction(async () => {
      const { sql } = this.db;
      await sql`INSERT INTO "exercise" ("code", "createdAt") VALUES (${code}, ${now}) ON CONFLICT DO NOTHING`;
      await sql`INSERT INTO "exercise_version" ("id", "code", "version", "body", "sha", "publishedAt")
        VALUES (${`${code}@${version}`}, ${code}, ${version}, ${body}, ${sha}, ${now}) ON CONFLICT DO NOTHING`;
      const [kept] = await sql<{ sha: string }>`
        SELECT "sha" FROM "exercise_version" WHERE "code" = ${code} AND "version" = ${version}`;
      if (kept?.sha !== sha) throw new Error(`${code} version ${version} is published: change it as a new version.`);
    });
  }

  /** A version by its id, such as `first-sale@1`; 404 when there is none. */
  async version(id: string): Promise<ExerciseVersion> {
    const known = this.versions.get(id);
    if (known) return known;
    const [row] = await this.db.sql<{ body: string }>`SELECT "body" FROM "exercise_version" WHERE "id" = ${id}`;
    if (!row) throw notFound();
    const version = { id, exercise: JSON.parse(row.body) as Exercise };
    this.versions.set(id, version);
    return version;
  }

  /** The newest version of an exercise; 404 when there is none. */
  async newest(code: string): Promise<ExerciseVersion> {
    const [row] = await this.db.sql<{ id: string; body: string }>`
      SELECT "id", "body" FROM "exercise_version" WHERE "code" = ${code} ORDER BY "version" DESC LIMIT 1`;
    if (!row) throw notFound();
    return { id: row.id, exercise: JSON.parse(row.body) };
  }

  /** Each version that a newer one of its exercise has followed, with the newest one's id. */
  async followed(): Promise<Array<ExerciseVersion & { newestId: string }>> {
    const rows = await this.db.sql<{ id: string; newestId: string }>`
      SELECT v."id", n."id" AS "newestId" FROM "exercise_version" v JOIN "exercise_version" n ON n."code" = v."code"
        AND n."version" = (SELECT MAX(w."version") FROM "exercise_version" w WHERE w."code" = v."code")
      WHERE v."version" < n."version" ORDER BY v."code", v."version" LIMIT 200`;
    return Promise.all(rows.map(async ({ id, newestId }) => ({ ...(await this.version(id)), newestId })));
  }

  /** The newest version of each exercise, as the framework goes. */
  async list(): Promise<ExerciseVersion[]> {
    const rows = await this.db.sql<{ id: string; body: string }>`
      SELECT v."id", v."body" FROM "exercise_version" v WHERE v."version" = (
        SELECT MAX(w."version") FROM "exercise_version" w WHERE w."code" = v."code")`;
    const versions: ExerciseVersion[] = rows.map(({ id, body }) => ({ id, exercise: JSON.parse(body) }));
    return versions.sort((one, other) => inFrameworkOrder(one.exercise, other.exercise));
  }
}
