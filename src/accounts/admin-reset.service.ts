import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { MINUTE } from '../shared/clock.js';
import { invalid } from '../shared/refusal.js';
import { asDrawn, drawOneTimePassword } from './one-time-password.js';
import { passwordProblem } from './password-rules.js';
import { accountSubject } from './passwords.service.js';
import { Person } from './person.entity.js';
import { Secrets } from './secrets.service.js';
import { Sessions } from './sessions.service.js';
import { Throttle } from './throttle.service.js';

/** How long the code of the console is good: the way from the machine to a phone. */
export const RESET_MINUTES = 30;
const TRIES = 10;

export interface Admin {
  id: string;
  email: string;
  centreId: string;
}

interface Drawn {
  codeHash: string;
  personId: string;
}

/** The way back of an administrator who forgot the password and has nobody to ask: a code that only who has the machine can draw. */
@Injectable()
export class AdminReset {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly log: ActivityLog,
  ) {}

  /** Administrators who may come in. */
  admins(): Promise<Admin[]> {
    return this.db.sql<Admin>`SELECT "id", "email", "centreId" FROM "person"
      WHERE "disabledAt" IS NULL AND "email" IS NOT NULL AND ' ' || "roles" || ' ' LIKE ${'% admin %'} ORDER BY "email" LIMIT 50`;
  }

  /** A code for her, of which only the hash is kept; one that was drawn before opens nothing any more. */
  async drawCode({ id, centreId }: Admin): Promise<string> {
    const code = drawOneTimePassword();
    const codeHash = await this.secrets.hash(code);
    await this.db.transaction(async () => {
      await this.db.sql`DELETE FROM "admin_code"`;
      await this.db.sql`INSERT INTO "admin_code" ("id", "personId", "codeHash", "misses", "expiresAt")
        VALUES ('reset', ${id}, ${codeHash}, 0, ${new Date(Date.now() + RESET_MINUTES * MINUTE)})`;
      this.log.record({
        chain: `centre:${centreId}`,
        type: 'password.code_drawn',
        actor: 'operator',
        objectId: id,
        payload: {},
      });
    });
    return code;
  }

  /**
   * Takes her new password and answers her id. A try counts before it is looked at; of two right ones at once the first one wins. Wherever
   * she was signed in she is out, and misses of before do not keep her out.
   */
  async choose({ code, password }: { code: string; password: string }): Promise<string> {
    const drawn = await this.countTry();
    if (!drawn) throw invalid([{ field: 'code', key: 'admin-reset.code_over' }]);
    if (!(await this.secrets.matches(drawn.codeHash, asDrawn(code))))
      throw invalid([{ field: 'code', key: 'admin-reset.code_wrong' }]);
    const person = await this.db.manager.findOneBy(Person, { id: drawn.personId });
    const email = person?.email ?? '';
    const key = passwordProblem(password, email);
    if (key) throw invalid([{ field: 'password', key }]);
    await this.setPassword(drawn, await this.secrets.hash(password), person?.centreId ?? '');
    await this.throttle.forget(accountSubject(email));
    return drawn.personId;
  }

  private setPassword({ codeHash, personId }: Drawn, passwordHash: string, centreId: string): Promise<void> {
    return this.db.transaction(async () => {
      const used = await this.db.sql`DELETE FROM "admin_code" WHERE "codeHash" = ${codeHash} RETURNING "id"`;
      const changed = await this.db.sql`UPDATE "person" SET "passwordHash" = ${passwordHash}, "passwordEndsAt" = NULL
        WHERE "id" = ${personId} AND "disabledAt" IS NULL RETURNING "id"`;
      if (used.length === 0 || changed.length === 0) throw invalid([{ field: 'code', key: 'admin-reset.code_over' }]);
      await this.sessions.endAllOf([personId]);
      this.log.record({
        chain: `centre:${centreId}`,
        type: 'password.reset',
        actor: 'person',
        personId,
        objectId: personId,
        payload: { by: 'code' },
      });
    });
  }

  private countTry(): Promise<Drawn | null> {
    return this.db.transaction(async () => {
      const [row] = await this.db.sql<Drawn>`UPDATE "admin_code" SET "misses" = "misses" + 1
        WHERE "misses" < ${TRIES} AND "expiresAt" > ${new Date()} RETURNING "codeHash", "personId"`;
      return row ?? null;
    });
  }
}
