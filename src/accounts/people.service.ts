import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Role } from '../platform/web/policy.js';
import type { Signed } from '../platform/web/request.js';
import { newId } from '../shared/ids.js';
import { Centre } from './class.entity.js';
import { Person } from './person.entity.js';
import { Secrets } from './secrets.service.js';

/** The centre of everybody who has no account. */
const VISITORS = 'cen_visitors';

interface Staff {
  centreId: string;
  name: string;
  email: string;
  password: string;
  roles: Role[];
}

@Injectable()
export class People {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  /** The person behind a session, or null when she was disabled since. One query: it runs on every page. */
  async signed(id: string): Promise<Signed | null> {
    const [row] = await this.db.sql<{ id: string; displayName: string; roles: string; centreId: string }>`
      SELECT "id", "displayName", "roles", "centreId" FROM "person" WHERE "id" = ${id} AND "disabledAt" IS NULL`;
    return row
      ? { id: row.id, name: row.displayName, roles: row.roles.split(' ') as Role[], centreId: row.centreId }
      : null;
  }

  findByEmail(email: string): Promise<Person | null> {
    return this.db.manager.findOneBy(Person, { email: email.trim().toLowerCase() });
  }

  /** Whether nobody has an account: who only looks in is nobody. */
  async isEmpty(): Promise<boolean> {
    return (await this.db.sql`SELECT 1 FROM "person" WHERE "centreId" <> ${VISITORS} LIMIT 1`).length === 0;
  }

  async addCentre(name: string, { isDemo } = { isDemo: false }): Promise<Centre> {
    const centre = Object.assign(new Centre(), { id: newId('cen'), name, isDemo });
    await this.db.transaction(() => this.db.manager.insert(Centre, centre));
    return centre;
  }

  async addStaff(staff: Staff): Promise<Person> {
    const passwordHash = await this.secrets.hash(staff.password);
    return this.add({
      centreId: staff.centreId,
      displayName: staff.name,
      email: staff.email.toLowerCase(),
      passwordHash,
      roles: staff.roles,
    });
  }

  addLearner(centreId: string, name: string): Promise<Person> {
    return this.add({ centreId, displayName: name, email: null, passwordHash: null, roles: ['learner'] });
  }

  /** Somebody who looks in: nothing is asked of her, and she belongs to no centre that keeps anything. */
  async addVisitor(): Promise<Person> {
    await this.db.transaction(
      () => this.db.sql`INSERT INTO "centre" ("id", "name") VALUES (${VISITORS}, 'ผู้มาลองเล่น') ON CONFLICT DO NOTHING`,
    );
    const nobody = { email: null, passwordHash: null };
    return this.add({ ...nobody, centreId: VISITORS, displayName: 'ผู้มาลองเล่น', roles: ['visitor'] });
  }

  /** Takes a visitor away with her sessions. Joins the caller's transaction; nobody with an account is ever removed. */
  async removeVisitor(id: string): Promise<void> {
    await this.db.sql`DELETE FROM "session" WHERE "personId" = ${id}`;
    await this.db.sql`DELETE FROM "person" WHERE "id" = ${id} AND "centreId" = ${VISITORS}`;
  }

  private async add(
    known: Pick<Person, 'centreId' | 'displayName' | 'email' | 'passwordHash' | 'roles'>,
  ): Promise<Person> {
    const person = Object.assign(new Person(), known, {
      id: newId('per'),
      passwordEndsAt: null,
      locale: 'th',
      disabledAt: null,
      createdAt: new Date(),
    });
    await this.db.transaction(() => this.db.manager.insert(Person, person));
    return person;
  }
}
