import { Injectable } from '@nestjs/common';
import { People } from '../../accounts/people.service.js';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import { DEMO_LEARNERS, type DemoLearner, type DemoTurn } from './demo-class.js';
import { DemoMarking } from './demo-marking.service.js';
import { DemoSteps } from './demo-steps.service.js';
import { DemoTurns } from './demo-turns.service.js';

const COURSE = 'course';
/** So many learners play at once: while one's pictures are drawn the others sell. */
const AT_ONCE = 3;

interface DemoClass {
  assessor: Signed;
  learners: Map<string, Signed>;
  /** The assignment of each exercise. */
  assignments: Map<string, string>;
}

/** What the demo's learners have done before a newcomer comes. Needs the provider and an app that hears its webhooks. */
@Injectable()
export class DemoCourse {
  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly steps: DemoSteps,
    private readonly turns: DemoTurns,
    private readonly marking: DemoMarking,
  ) {}

  /** Plays what is not played yet; a start that was cut short is gone on with. Of several processes one plays and the others wait. */
  async run(): Promise<void> {
    const found = await this.find();
    if (!found || !(await this.steps.take(COURSE))) return;
    const waiting = [...DEMO_LEARNERS];
    const player = async () => {
      for (let learner = waiting.shift(); learner; learner = waiting.shift()) await this.playAll(found, learner);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, player));
    await this.steps.finish(COURSE);
  }

  /** False while the course still waits to be played. */
  async isOver(): Promise<boolean> {
    return (await this.steps.isDone(COURSE)) || !(await this.find());
  }

  private async playAll(found: DemoClass, { name, turns }: DemoLearner): Promise<void> {
    for (const [at, turn] of turns.entries()) {
      const number = turns.slice(0, at + 1).filter(({ exercise }) => exercise === turn.exercise).length;
      await this.playOnce(found, name, turn, number);
    }
  }

  private async playOnce(found: DemoClass, name: string, turn: DemoTurn, number: number): Promise<void> {
    const learner = found.learners.get(name);
    const assignmentId = found.assignments.get(turn.exercise);
    const step = `turn:${name}:${turn.exercise}:${number}`;
    if (!learner || !assignmentId || (await this.steps.isDone(step))) return;
    await this.steps.renew(COURSE);
    const submissionId = await this.turns.play({ learner, assignmentId, number }, turn);
    if (submissionId && turn.isSigned) await this.marking.sign(submissionId, found.assessor);
    await this.steps.finish(step);
  }

  /** The demo's class, or null where nobody made one or somebody has removed it. */
  private async find(): Promise<DemoClass | null> {
    const rows = await this.db.sql<{ assessorId: string; learnerId: string; name: string; classId: string }>`
      SELECT a."id" AS "assessorId", p."id" AS "learnerId", p."displayName" AS "name", g."id" AS "classId"
      FROM "centre" c JOIN "person" a ON a."centreId" = c."id" AND a."roles" = 'assessor'
      JOIN "class_group" g ON g."centreId" = c."id" JOIN "class_member" m ON m."classId" = g."id" JOIN "person" p ON p."id" = m."personId"
      WHERE c."isDemo" = ${true} ORDER BY g."createdAt" LIMIT 200`;
    const [first] = rows;
    const assessor = first && (await this.people.signed(first.assessorId));
    if (!assessor) return null;
    const learners = new Map<string, Signed>();
    for (const { learnerId, name, classId } of rows) {
      const person = classId === first.classId ? await this.people.signed(learnerId) : null;
      if (person) learners.set(name, person);
    }
    return { assessor, learners, assignments: await this.assignmentsOf(first.classId) };
  }

  private async assignmentsOf(classId: string): Promise<Map<string, string>> {
    const rows = await this.db.sql<{ id: string; code: string }>`
      SELECT a."id", v."code" FROM "assignment" a JOIN "exercise_version" v ON v."id" = a."exerciseVersionId"
      WHERE a."classId" = ${classId} ORDER BY a."createdAt" DESC`;
    return new Map(rows.map(({ id, code }) => [code, id]));
  }
}
