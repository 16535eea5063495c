import { Injectable } from '@nestjs/common';
import { People } from '../accounts/people.service.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../shared/refusal.js';
import { DOOR_LEARNER } from './class/demo-class.js';
import { DEMO_DOORS } from './demo-seeder.service.js';
import { areDoorsOpen, type Knock } from './doors.js';

/** One tap into the demo, for whoever stands at the machine or in its room; from further away the doors do not exist. */
@Injectable()
export class DemoDoors {
  constructor(
    private readonly config: Config,
    private readonly people: People,
    private readonly db: Database,
  ) {}

  async open(knock: Knock): Promise<Array<{ role: string }>> {
    const { SEED_DEMO, DEMO_DOORS: asked, NODE_ENV: nodeEnv, APP_URL: appUrl } = this.config.env;
    if (!areDoorsOpen({ seedDemo: SEED_DEMO !== 'no', asked, nodeEnv, appUrl }, knock)) return [];
    if (!(await this.people.findByEmail('trainer@taladlab.example'))) return [];
    return ['learner', 'trainer', 'assessor'].map((role) => ({ role }));
  }

  /** The person behind a door; not found where there is no door. */
  async personBehind(role: string, knock: Knock): Promise<string> {
    const doors = await this.open(knock);
    if (!doors.some((door) => door.role === role)) throw notFound();
    const email = DEMO_DOORS.find((door) => door.role === role)?.email;
    const person = email ? await this.people.findByEmail(email) : await this.firstLearner();
    if (!person) throw notFound();
    return person.id;
  }

  /** The one whose first sale lies before her; where somebody removed her, the class's first. */
  private async firstLearner(): Promise<{ id: string } | null> {
    const [row] = await this.db.sql<{ id: string }>`
      SELECT m."personId" AS "id" FROM "class_member" m JOIN "class_group" g ON g."id" = m."classId"
      JOIN "person" t ON t."id" = g."trainerId" JOIN "person" p ON p."id" = m."personId"
      WHERE t."email" = 'trainer@taladlab.example'
      ORDER BY CASE WHEN p."displayName" = ${DOOR_LEARNER} THEN 0 ELSE 1 END, m."joinedAt", p."displayName" LIMIT 1`;
    return row ?? null;
  }
}
