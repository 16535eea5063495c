import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { invalid } from '../shared/refusal.js';
import { People } from './people.service.js';
import { Secrets } from './secrets.service.js';
import { Sessions } from './sessions.service.js';
import { Throttle } from './throttle.service.js';

const ACCOUNT_MISSES = 10;

/** Opens and closes sessions. A new id at each sign-in: one that somebody planted before is worth nothing after. */
@Injectable()
export class SignIn {
  constructor(
    private readonly people: People,
    private readonly secrets: Secrets,
    private readonly throttle: Throttle,
    private readonly log: ActivityLog,
    private readonly db: Database,
    private readonly sessions: Sessions,
  ) {}

  /** The id of the staff member. The same answer for an unknown e-mail and a wrong password, after the same time. */
  async staff(email: string, password: string): Promise<string> {
    const subject = `staff:${email.trim().toLowerCase().slice(0, 100)}`;
    await this.throttle.check(subject, ACCOUNT_MISSES);
    const person = await this.people.findByEmail(email);
    const isRight = await this.secrets.matches(person?.disabledAt ? null : (person?.passwordHash ?? null), password);
    if (!person || !isRight) {
      await this.throttle.miss(subject);
      throw invalid([{ field: 'password', key: 'accounts.staff_wrong' }]);
    }
    await this.throttle.forget(subject);
    return person.id;
  }

  async open(request: FastifyRequest, personId: string): Promise<void> {
    await this.sessions.open(request, personId);
    const person = await this.people.signed(personId);
    if (!person) return;
    await this.db.transaction(async () =>
      this.log.record({
        chain: `centre:${person.centreId}`,
        type: 'person.signed_in',
        actor: 'person',
        personId,
        payload: {},
      }),
    );
  }

  async close(request: FastifyRequest): Promise<void> {
    await this.sessions.close(request);
  }
}
