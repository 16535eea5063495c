import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Classes } from '../accounts/classes.service.js';
import { People } from '../accounts/people.service.js';
import { Config } from '../platform/config/config.js';
import type { Role } from '../platform/web/policy.js';
import { Assignments } from '../practice/attempts/assignments.service.js';
import { EditionSeeder } from '../simulation/scenarios/edition-seeder.service.js';

export const DEMO_PASSWORD = 'talad-demo-2569';
export const DEMO_DOORS: ReadonlyArray<{ role: Role; email: string; name: string }> = [
  { role: 'trainer', email: 'trainer@taladlab.example', name: 'ครูสมจิต ใจเย็น' },
  { role: 'assessor', email: 'assessor@taladlab.example', name: 'อาจารย์วิภา ตรงดี' },
  { role: 'admin', email: 'admin@taladlab.example', name: 'สมชาย ดูแลระบบ' },
];

const LEARNERS = [
  'บุญมี ศรีทอง',
  'สายใจ แก้วงาม',
  'มะลิวัลย์ พรมดี',
  'สมพร บัวทอง',
  'อรุณี คำแสน',
  'ทองใบ จันทร์หอม',
  'กาญจนา สีดา',
  'ประภา ทองสุข',
  'วันเพ็ญ ใจดี',
  'สุริยา นามวงศ์',
  'จันทร์ฉาย ปัญญา',
  'นิภาพร แสงจันทร์',
];

/** Fills an empty database with a centre, its staff and a class, through the verbs that people use. */
@Injectable()
export class DemoSeeder implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly people: People,
    private readonly classes: Classes,
    private readonly editions: EditionSeeder,
    private readonly assignments: Assignments,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.env.SEED_DEMO === 'no' || !(await this.people.isEmpty())) return;
    const centre = await this.people.addCentre('ศูนย์ฝึกอาชีพบ้านตัวอย่าง', { isDemo: true });
    for (const { role, email, name } of DEMO_DOORS) {
      await this.people.addStaff({ centreId: centre.id, name, email, password: DEMO_PASSWORD, roles: [role] });
    }
    const trainer = await this.people.findByEmail('trainer@taladlab.example');
    if (!trainer) throw new Error('The demo has no trainer.');
    const group = await this.classes.create(centre.id, trainer.id, 'รุ่นที่ 1 ขายของชุมชนออนไลน์');
    await this.classes.addLearners(group, LEARNERS);
    await this.editions.ensure('first-market');
    for (const code of ['shop-ready', 'first-sale'])
      await this.assignments.give(group, { code, mode: 'practice' }, trainer.id);
  }
}
