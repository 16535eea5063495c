import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { DAY } from '../shared/clock.js';
import { invalid, notFound } from '../shared/refusal.js';
import { asDrawn, drawOneTimePassword } from './one-time-password.js';
import { People } from './people.service.js';
import { Secrets } from './secrets.service.js';

const TRIES = 10;

export interface Founding {
  code: string;
  centre: string;
  name: string;
  email: string;
  password: string;
}

/** How the first administrator of an empty machine comes in: by a code that only whoever started it can read. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly secrets: Secrets,
    private readonly log: ActivityLog,
  ) {}

  /** A fresh code for a machine without people; the one of the start before opens nothing any more. Null where somebody is there. */
  async drawCode(): Promise<string | null> {
    if (!(await this.people.isEmpty())) return null;
    const code = drawOneTimePassword();
    const codeHash = await this.secrets.hash(code);
    await this.db.transaction(async () => {
      await this.db.sql`DELETE FROM "first_admin_code"`;
      await this.db.sql`INSERT INTO "first_admin_code" ("id", "codeHash", "misses", "expiresAt")
        VALUES ('first', ${codeHash}, 0, ${new Date(Date.now() + DAY)})`;
    });
    return code;
  }

  /** Where there is anybody, this door is a wall. */
  async assertNobodyIsThere(): Promise<void> {
    if (!(await this.people.isEmpty())) throw notFound();
  }

  /** The centre and its administrator; answers her id. A try counts before it is looked at, and of two right ones at once the first one wins. */
  async found({ code, centre, name, email, password }: Founding): Promise<string> {
    const codeHash = await this.countTry();
    if (!codeHash) throw invalid([{ field: 'code', key: 'staff.first_code_over' }]);
    if (!(await this.secrets.matches(codeHash, asDrawn(code))))
      throw invalid([{ field: 'code', key: 'staff.first_code_wrong' }]);
    return this.db.transaction(async () => {
      const used = await this.db.sql`DELETE FROM "first_admin_code" WHERE "codeHash" = ${codeHash} RETURNING "id"`;
      if (used.length === 0) throw notFound();
      await this.assertNobodyIsThere();
      const { id: centreId } = await this.people.addCentre(centre);
      const { id } = await this.people.addStaff({ centreId, name, email, password, roles: ['admin'] });
      for (const [type, objectId] of [
        ['centre.founded', centreId],
        ['staff.added', id],
      ] as const)
        this.log.record({ chain: `centre:${centreId}`, type, actor: 'person', personId: id, objectId, payload: {} });
      return id;
    });
  }

  private countTry(): Promise<string | null> {
    return this.db.transaction(async () => {
      const [row] = await this.db.sql<{ codeHash: string }>`UPDATE "first_admin_code" SET "misses" = "misses" + 1
        WHERE "misses" < ${TRIES} AND "expiresAt" > ${new Date()} RETURNING "codeHash"`;
      return row?.codeHash ?? null;
    });
  }
}
