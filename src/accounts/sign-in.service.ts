import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { ServerSecret } from '../platform/web/server-secret.js';
import { invalid, notFound } from '../shared/refusal.js';
import { KeptForms } from './kept-forms.service.js';
import { NEXT_COOKIE, nextOf } from './next-page.js';
import { Passwords } from './passwords.service.js';
import { People } from './people.service.js';
import { Sessions } from './sessions.service.js';

/** Opens and closes sessions. A new id at each sign-in: one that somebody planted before is worth nothing after. */
@Injectable()
export class SignIn {
  constructor(
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly log: ActivityLog,
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly kept: KeptForms,
    private readonly secret: ServerSecret,
  ) {}

  /** The id of the staff member. The same answer for an unknown e-mail and a wrong password, after the same time. */
  async staff(email: string, password: string): Promise<string> {
    const person = await this.people.findByEmail(email);
    const isRight = await this.passwords.areRight(email, person, password);
    if (!person || !isRight) throw invalid([{ field: 'password', key: 'accounts.staff_wrong' }]);
    if (person.passwordEndsAt && person.passwordEndsAt < new Date())
      throw invalid([{ field: 'password', key: 'staff.one_time_over' }]);
    return person.id;
  }

  /** Signs her in and answers where she goes on: with the form that came too late, with the page she had asked for, or at home. */
  async open(request: FastifyRequest, personId: string): Promise<string> {
    const person = await this.people.signed(personId);
    if (!person) throw notFound();
    const waiting = await this.kept.waitingFor(request, personId);
    await this.sessions.open(request, person);
    await this.db.transaction(async () =>
      this.log.record({
        chain: `centre:${person.centreId}`,
        type: 'person.signed_in',
        actor: 'person',
        personId,
        payload: {},
      }),
    );
    return waiting ?? nextOf(this.secret.value, request.cookies[NEXT_COOKIE], personId) ?? '/home';
  }

  async close(request: FastifyRequest): Promise<void> {
    const { person } = request;
    await this.db.transaction(async () => {
      if (person) await this.kept.forget(person.id);
      await this.sessions.close(request);
    });
  }
}
