import { Injectable } from '@nestjs/common';
import { ProviderClient } from '../../market/payments/provider-client.service.js';
import { chainOf } from '../../market/sandboxes/acts.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import { list, part, SqlName, type SqlPart } from '../../platform/database/sql.js';
import { sha256Hex } from '../../shared/hash.js';
import { MarketRemoval } from '../../simulation/removal/market-removal.service.js';
import { DEMO_LEARNERS } from '../class/demo-class.js';
import { DEMO_DOORS } from '../demo-seeder.service.js';

/** What hangs on the demo's centre. */
export interface DemoSurvey {
  centreId: string;
  name: string;
  people: number;
  classes: number;
  attempts: number;
  submissions: number;
  markets: number;
  /** Names of people whom the demo did not make. */
  strangers: string[];
}

/** Takes the demo away: its centre, everybody in it and everything that they did. The editions beneath its markets are nobody's and stay. */
@Injectable()
export class DemoRemoval {
  constructor(
    private readonly db: Database,
    private readonly log: ActivityLog,
    private readonly sandboxes: Sandboxes,
    private readonly markets: MarketRemoval,
    private readonly provider: ProviderClient,
  ) {}

  /** Null where there is no demo, or no longer one. */
  async survey(): Promise<DemoSurvey | null> {
    const { sql } = this.db;
    const [centre] = await sql<{ id: string; name: string }>`
      SELECT "id", "name" FROM "centre" WHERE "isDemo" = ${true} ORDER BY "id" LIMIT 1`;
    if (!centre) return null;
    const its = below(centre.id);
    const count = async (from: SqlPart) =>
      Number((await sql<{ n: string }>`SELECT COUNT(*) AS "n" FROM ${from}`)[0]?.n);
    return {
      centreId: centre.id,
      name: centre.name,
      people: await count(part`"person" WHERE "centreId" = ${centre.id}`),
      classes: await count(part`"class_group" WHERE "centreId" = ${centre.id}`),
      attempts: await count(part`"attempt" WHERE "id" IN (${its.attempts})`),
      submissions: await count(part`"submission" WHERE "attemptId" IN (${its.attempts})`),
      markets: (await this.marketsOf(centre.id)).length,
      strangers: await this.strangers(centre.id),
    };
  }

  /**
   * All rows in one transaction, then the books at the provider, which nobody would find again if they went first and the rows stayed.
   * The logs of the markets go as a whole; the centre's stays, and its last line says what was taken away (docs/decisions/0022).
   */
  async remove(demo: DemoSurvey): Promise<{ booksLeft: number }> {
    const sandboxes = await this.db.transaction(async () => {
      const found = await this.marketsOf(demo.centreId);
      const logs = await this.headsOf(found);
      await this.removeRounds(demo.centreId);
      await this.removePractice(demo.centreId);
      for (const sandbox of found) await this.markets.removeRows(sandbox);
      await this.removePeople(demo.centreId);
      const { strangers, centreId, name: _name, ...counts } = demo;
      this.log.record({
        chain: `centre:${centreId}`,
        type: 'demo.removed',
        actor: 'operator',
        objectId: centreId,
        payload: { ...counts, strangers: strangers.length, logs },
      });
      return found;
    });
    let booksLeft = 0;
    // Without its market a book harms nobody: it is not worth half a removal.
    for (const sandbox of sandboxes)
      await this.provider.forget(sandbox).catch(() => {
        booksLeft += 1;
      });
    return { booksLeft };
  }

  /** In the demo's centre or in its classes, and not made by the demo: somebody has begun to use it in earnest. */
  private async strangers(centreId: string): Promise<string[]> {
    const emails = DEMO_DOORS.map(({ email }) => email);
    const names = DEMO_LEARNERS.map(({ name }) => name);
    const rows = await this.db.sql<{ displayName: string }>`
      SELECT "displayName" FROM "person"
      WHERE ("centreId" = ${centreId} OR "id" IN (SELECT m."personId" FROM "class_member" m
          JOIN "class_group" g ON g."id" = m."classId" WHERE g."centreId" = ${centreId}))
        AND ("email" IS NULL OR "email" NOT IN ${list(emails)}) AND NOT ("email" IS NULL AND "displayName" IN ${list(names)})
      ORDER BY "createdAt", "id"`;
    return rows.map(({ displayName }) => displayName);
  }

  private async marketsOf(centreId: string): Promise<Sandbox[]> {
    const its = below(centreId);
    const rows = await this.db.sql<{ id: string }>`
      SELECT "id" FROM "sandbox" WHERE "kind" <> 'edition' AND ("ownerId" IN (${its.people}) OR "classId" IN (${its.classes})
        OR "id" IN (SELECT "sandboxId" FROM "attempt" WHERE "id" IN (${its.attempts}))) ORDER BY "id"`;
    return Promise.all(rows.map(({ id }) => this.sandboxes.get(id)));
  }

  /** One hash over the ends of all logs that go: who keeps one of them can show that it was among these. */
  private async headsOf(sandboxes: readonly Sandbox[]): Promise<string> {
    const chains = sandboxes.flatMap(({ id, generation }) =>
      Array.from({ length: generation }, (_one, at) => chainOf(`${id}.${at + 1}`)),
    );
    const heads = await this.db.sql<{ chain: string; seq: number; hash: string }>`
      SELECT "chain", "seq", "hash" FROM "activity_head" WHERE "chain" IN ${list(chains)} ORDER BY "chain"`;
    return sha256Hex(heads.map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}`).join('\n'));
  }

  /** Rounds of assessment with everything below them, each before what it points at. */
  private async removeRounds(centreId: string): Promise<void> {
    const rounds = part`SELECT "id" FROM "assessment_round" WHERE "centreId" = ${centreId}`;
    const sessions = part`SELECT "id" FROM "assessment_session" WHERE "roundId" IN (${rounds})`;
    for (const table of ['decision', 'session_attempt']) await this.clear(table, 'roundId', rounds);
    for (const table of ['session_event', 'session_candidate']) await this.clear(table, 'sessionId', sessions);
    for (const table of ['assessment_session', 'application', 'round_staff', 'round_exercise'])
      await this.clear(table, 'roundId', rounds);
    await this.clear('assessment_round', 'id', rounds);
  }

  /** What was handed in, graded and assessed, each before what it points at. */
  private async removePractice(centreId: string): Promise<void> {
    const { attempts } = below(centreId);
    const submissions = part`SELECT "id" FROM "submission" WHERE "attemptId" IN (${attempts})`;
    const runs = part`SELECT "id" FROM "grading_run" WHERE "submissionId" IN (${submissions})`;
    const marks = part`SELECT "id" FROM "mark" WHERE "submissionId" IN (${submissions})`;
    const batches = part`SELECT "id" FROM "regrade_batch" WHERE "centreId" = ${centreId}`;
    await this.clear('regrade_diff', 'batchId', batches);
    await this.clear('regrade_batch', 'id', batches);
    await this.clear('check_standing', 'centreId', part`${centreId}`);
    await this.clear('override', 'markId', marks);
    await this.clear('mark', 'submissionId', submissions);
    await this.clear('marking', 'submissionId', submissions);
    for (const results of ['check_result', 'criterion_result']) await this.clear(results, 'runId', runs);
    await this.clear('grading_run', 'submissionId', submissions);
    await this.clear('submission', 'attemptId', attempts);
    await this.clear('attempt', 'id', attempts);
  }

  private async removePeople(centreId: string): Promise<void> {
    const { people, classes } = below(centreId);
    await this.clear('assignment', 'classId', classes);
    await this.clear('class_member', 'classId', classes);
    await this.clear('class_group', 'centreId', part`${centreId}`);
    for (const table of OF_PEOPLE) await this.clear(table, 'personId', people);
    await this.clear('person', 'centreId', part`${centreId}`);
    await this.clear('centre', 'id', part`${centreId}`);
  }

  private async clear(table: string, column: string, among: SqlPart): Promise<void> {
    await this.db.sql`DELETE FROM ${new SqlName(table)} WHERE ${new SqlName(column)} IN (${among})`;
  }
}

/** Tables with the column "personId" that hold nothing but what a person left with the app. */
const OF_PEOPLE = ['session', 'kept_form', 'notice_receipt', 'once_key'];

/** The ids of what is below a centre, as parts of a statement. */
function below(centreId: string): Record<'people' | 'classes' | 'attempts', SqlPart> {
  const people = part`SELECT "id" FROM "person" WHERE "centreId" = ${centreId}`;
  const classes = part`SELECT "id" FROM "class_group" WHERE "centreId" = ${centreId}`;
  const assignments = part`SELECT "id" FROM "assignment" WHERE "classId" IN (${classes})`;
  const attempts = part`SELECT "id" FROM "attempt" WHERE "learnerId" IN (${people}) OR "assignmentId" IN (${assignments})`;
  return { people, classes, attempts };
}
