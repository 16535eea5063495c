import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { DAY } from '../shared/clock.js';
import { invalid, notFound } from '../shared/refusal.js';
import { asDrawn, drawOneTimePassword } from './one-time-password.js';
import { LONGEST_PASSWORD, passwordProblem } from './password-rules.js';
import { Person } from './person.entity.js';
import { Secrets } from './secrets.service.js';
import { Sessions } from './sessions.service.js';
import { Throttle } from './throttle.service.js';

const ONE_TIME_DAYS = 7;
const ACCOUNT_MISSES = 10;

export interface NewPassword {
  current: string;
  wanted: string;
  again: string;
}

/** What the misses of one account are counted under. */
export const accountSubject = (email: string): string => `staff:${email.trim().toLowerCase().slice(0, 100)}`;

/** Passwords of staff. There is no mail server: the machine makes the first one, and its person changes it when she comes. */
@Injectable()
export class Passwords {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly log: ActivityLog,
  ) {}

  /** A password that works once, with its hash and the day it ends. Made outside of a transaction: hashing takes its time. */
  async draw(): Promise<{ password: string; passwordHash: string; passwordEndsAt: Date }> {
    const password = drawOneTimePassword();
    const passwordEndsAt = new Date(Date.now() + ONE_TIME_DAYS * DAY);
    return { password, passwordHash: await this.secrets.hash(password), passwordEndsAt };
  }

  /** Whether it is her password. The same work for nobody's; many misses close the account for a while, wherever they come from. */
  async areRight(email: string, person: Person | null, password: string): Promise<boolean> {
    const subject = accountSubject(email);
    await this.throttle.check(subject, ACCOUNT_MISSES);
    const known = person?.disabledAt ? null : person;
    const typed = known?.passwordEndsAt ? asDrawn(password) : password;
    const isRight = await this.secrets.matches(known?.passwordHash ?? null, typed.slice(0, LONGEST_PASSWORD));
    if (isRight) await this.throttle.forget(subject);
    else await this.throttle.miss(subject);
    return isRight;
  }

  /** Her own choice, known to nobody else. Wherever else she was signed in, she is out. */
  async change(personId: string, sessionId: string, { current, wanted, again }: NewPassword): Promise<void> {
    const person = await this.db.manager.findOneBy(Person, { id: personId });
    if (!person?.email) throw notFound();
    if (!(await this.areRight(person.email, person, current)))
      throw invalid([{ field: 'current', key: 'staff.current_wrong' }]);
    const key = passwordProblem(wanted, person.email);
    if (key) throw invalid([{ field: 'wanted', key }]);
    if (wanted === current) throw invalid([{ field: 'wanted', key: 'staff.password_same' }]);
    if (wanted !== again) throw invalid([{ field: 'again', key: 'staff.again_differs' }]);
    const passwordHash = await this.secrets.hash(wanted);
    await this.db.transaction(async () => {
      await this.db.manager.update(Person, { id: personId }, { passwordHash, passwordEndsAt: null });
      await this.sessions.endAllOf([personId], sessionId);
      this.log.record({
        chain: `centre:${person.centreId}`,
        type: 'password.changed',
        actor: 'person',
        personId,
        objectId: personId,
        payload: {},
      });
    });
  }
}
