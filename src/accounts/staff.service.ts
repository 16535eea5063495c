import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import type { Role } from '../platform/web/policy.js';
import type { Signed } from '../platform/web/request.js';
import { newId } from '../shared/ids.js';
import { conflict, invalid, notFound } from '../shared/refusal.js';
import { Passwords } from './passwords.service.js';
import { Person } from './person.entity.js';
import { Sessions } from './sessions.service.js';
import type { StaffInput } from './staff-input.js';

export const STAFF_A_PAGE = 20;

/** A password that is shown once, to whoever hands it over. */
export interface OneTime {
  person: { id: string; name: string; email: string };
  password: string;
  endsAt: Date;
}

export interface StaffRow {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  isDisabled: boolean;
  hasOneTimePassword: boolean;
}

/** The staff of one centre, as its administrators run it. Whoever belongs to another centre is not found. */
@Injectable()
export class Staff {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly log: ActivityLog,
  ) {}

  /** A page of them and whether there is another. */
  async list(centreId: string, page: number): Promise<{ staff: StaffRow[]; hasMore: boolean }> {
    const rows = await this.db.sql<Row>`
      SELECT "id", "displayName", "email", "roles", "disabledAt", "passwordEndsAt" FROM "person"
      WHERE "centreId" = ${centreId} AND "email" IS NOT NULL ORDER BY "displayName", "id"
      LIMIT ${STAFF_A_PAGE + 1} OFFSET ${(page - 1) * STAFF_A_PAGE}`;
    return { staff: rows.slice(0, STAFF_A_PAGE).map(staffOf), hasMore: rows.length > STAFF_A_PAGE };
  }

  async get(centreId: string, id: string): Promise<StaffRow> {
    const [row] = await this.db.sql<Row>`
      SELECT "id", "displayName", "email", "roles", "disabledAt", "passwordEndsAt" FROM "person"
      WHERE "id" = ${id} AND "centreId" = ${centreId} AND "email" IS NOT NULL`;
    if (!row) throw notFound();
    return staffOf(row);
  }

  async add(admin: Signed, { name, email, roles }: StaffInput): Promise<OneTime> {
    const { password, passwordHash, passwordEndsAt } = await this.passwords.draw();
    const id = newId('per');
    await this.db.transaction(async () => {
      const added = await this.db.sql`INSERT INTO "person"
          ("id", "centreId", "displayName", "email", "passwordHash", "roles", "locale", "createdAt", "passwordEndsAt")
        VALUES (${id}, ${admin.centreId}, ${name}, ${email}, ${passwordHash}, ${roles.join(' ')}, 'th', ${new Date()},
          ${passwordEndsAt}) ON CONFLICT ("email") DO NOTHING RETURNING "id"`;
      if (added.length === 0) throw invalid([{ field: 'email', key: 'staff.email_taken' }]);
      this.note(admin, 'staff.added', id, { roles });
    });
    return { person: { id, name, email }, password, endsAt: passwordEndsAt };
  }

  /** A new password for whoever forgot hers; she is out everywhere, since the old one may be somebody else's by now. */
  async resetPassword(admin: Signed, id: string): Promise<OneTime> {
    const { name, email } = await this.get(admin.centreId, id);
    if (id === admin.id) throw conflict('staff.not_yourself');
    const { password, passwordHash, passwordEndsAt } = await this.passwords.draw();
    await this.db.transaction(async () => {
      await this.db.manager.update(Person, { id }, { passwordHash, passwordEndsAt });
      await this.sessions.endAllOf([id]);
      this.note(admin, 'password.reset', id);
    });
    return { person: { id, name, email }, password, endsAt: passwordEndsAt };
  }

  async changeRoles(admin: Signed, id: string, roles: readonly Role[]): Promise<void> {
    if (roles.length === 0) throw invalid([{ field: 'roles', key: 'staff.roles_missing' }]);
    await this.change(admin, id, async () => {
      if (!roles.includes('admin')) await this.refuseToLoseLastAdmin(admin.centreId, id);
      await this.db.manager.update(Person, { id }, { roles: [...roles] });
      this.note(admin, 'staff.roles_changed', id, { roles });
    });
  }

  /** Nobody loses her work: whoever is disabled can only not come in. */
  async disable(admin: Signed, id: string): Promise<void> {
    if (id === admin.id) throw conflict('staff.not_yourself');
    await this.change(admin, id, async () => {
      await this.refuseToLoseLastAdmin(admin.centreId, id);
      await this.db.manager.update(Person, { id }, { disabledAt: new Date() });
      await this.sessions.endAllOf([id]);
      this.note(admin, 'staff.disabled', id);
    });
  }

  async enable(admin: Signed, id: string): Promise<void> {
    await this.change(admin, id, async () => {
      await this.db.manager.update(Person, { id }, { disabledAt: null });
      this.note(admin, 'staff.enabled', id);
    });
  }

  async signOutEverywhere(admin: Signed, id: string): Promise<void> {
    await this.change(admin, id, async () => {
      await this.sessions.endAllOf([id]);
      this.note(admin, 'staff.signed_out', id);
    });
  }

  /** One change to a centre's staff after the other: two administrators who disable each other at once would leave none. */
  private change(admin: Signed, id: string, work: () => Promise<void>): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.sql`UPDATE "centre" SET "name" = "name" WHERE "id" = ${admin.centreId}`;
      await this.get(admin.centreId, id);
      const [still] = await this.db.sql`SELECT 1 FROM "person" WHERE "id" = ${admin.id} AND "disabledAt" IS NULL
        AND "roles" LIKE ${'%admin%'}`;
      if (!still) throw conflict('staff.no_admin_yourself');
      await work();
    });
  }

  private async refuseToLoseLastAdmin(centreId: string, id: string): Promise<void> {
    const others = await this.db.sql`SELECT 1 FROM "person" WHERE "centreId" = ${centreId} AND "id" <> ${id}
      AND "disabledAt" IS NULL AND "roles" LIKE ${'%admin%'} LIMIT 1`;
    if (others.length === 0) throw conflict('staff.last_admin');
  }

  private note(admin: Signed, type: string, objectId: string, payload: Record<string, unknown> = {}): void {
    this.log.record({
      chain: `centre:${admin.centreId}`,
      type,
      actor: 'person',
      personId: admin.id,
      objectId,
      payload,
    });
  }
}

interface Row {
  id: string;
  displayName: string;
  email: string;
  roles: string;
  disabledAt: string | null;
  passwordEndsAt: string | null;
}

const staffOf = ({ id, displayName: name, email, roles, disabledAt, passwordEndsAt }: Row): StaffRow => ({
  id,
  name,
  email,
  roles: roles.split(' ') as Role[],
  isDisabled: disabledAt !== null,
  hasOneTimePassword: passwordEndsAt !== null,
});
