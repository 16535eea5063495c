import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Classes } from '../accounts/classes.service.js';
import { People } from '../accounts/people.service.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { Role } from '../platform/web/policy.js';
import { Assignments } from '../practice/attempts/assignments.service.js';
import { EditionSeeder } from '../simulation/scenarios/edition-seeder.service.js';
import { DEMO_LEARNERS } from './class/demo-class.js';
import { DemoCourse } from './class/demo-course.service.js';
import { DemoSteps } from './class/demo-steps.service.js';

export const DEMO_PASSWORD = 'talad-demo-2569';
export const DEMO_DOORS: ReadonlyArray<{ role: Role; email: string; name: string }> = [
  { role: 'trainer', email: 'trainer@taladlab.example', name: 'ครูสมจิต ใจเย็น' },
  { role: 'assessor', email: 'assessor@taladlab.example', name: 'อาจารย์วิภา ตรงดี' },
  { role: 'admin', email: 'admin@taladlab.example', name: 'สมชาย ดูแลระบบ' },
];

/** What the class was given to do, in the order in which it is learned: a shop, a sale, its money, its books. */
const DEMO_COURSE = ['shop-ready', 'first-sale', 'money-arrived', 'close-the-week'];

/** Fills an empty database with a centre, its staff and a class, through the verbs that people use. */
@Injectable()
export class DemoSeeder implements OnApplicationBootstrap {
  private readonly logger = new Logger(DemoSeeder.name);

  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly people: People,
    private readonly classes: Classes,
    private readonly editions: EditionSeeder,
    private readonly assignments: Assignments,
    private readonly steps: DemoSteps,
    private readonly course: DemoCourse,
  ) {}

  /** Centre, staff and class are there together or not at all: a start that is killed leaves nothing half made. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.env.SEED_DEMO === 'no' || !(await this.people.isEmpty())) return;
    await this.editions.ensure('first-market');
    await this.db.transaction(async () => {
      if (await this.steps.finish('class')) await this.makeClass();
    });
  }

  /** What the learners have done. After the app listens, since a payment is known by its webhook alone; the app starts without it, too. `begin` is told when there is something to do. */
  async play(begin: () => void): Promise<void> {
    if (this.config.env.SEED_DEMO !== 'auto' || (await this.course.isOver())) return;
    begin();
    try {
      await this.course.run();
    } catch (problem) {
      this.logger.error(`The demo class is not whole; the next start goes on with it. ${problem}`);
    }
  }

  private async makeClass(): Promise<void> {
    const centre = await this.people.addCentre('ศูนย์ฝึกอาชีพบ้านตัวอย่าง', { isDemo: true });
    for (const { role, email, name } of DEMO_DOORS) {
      await this.people.addStaff({ centreId: centre.id, name, email, password: DEMO_PASSWORD, roles: [role] });
    }
    const trainer = await this.people.findByEmail('trainer@taladlab.example');
    if (!trainer) throw new Error('The demo has no trainer.');
    const group = await this.classes.create(centre.id, trainer.id, 'รุ่นที่ 1 ขายของชุมชนออนไลน์');
    const names = DEMO_LEARNERS.map(({ name }) => name);
    await this.classes.addLearners(group, names);
    for (const code of DEMO_COURSE) await this.assignments.give(group, { code, mode: 'practice' }, trainer.id);
  }
}
