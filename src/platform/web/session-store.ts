import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import { DAY } from '../../shared/clock.js';
import type { Database } from '../database/database.js';

export const SESSION_DAYS = 14;

type Done = (problem?: unknown) => void;

/** Sessions in the database, so that any process may answer the next request. Written when one changes, never on a plain view. */
export class DatabaseSessions implements SessionStore {
  constructor(private readonly db: Database) {}

  set(id: string, session: Session, done: Done): void {
    const now = new Date();
    const expires = new Date(now.getTime() + SESSION_DAYS * DAY);
    const data = JSON.stringify({ personId: session.personId, cookie: session.cookie });
    this.db
      .transaction(
        () => this.db.sql`
          INSERT INTO "session" ("id", "personId", "data", "createdAt", "expiresAt")
          VALUES (${id}, ${session.personId ?? null}, ${data}, ${now}, ${expires})
          ON CONFLICT ("id") DO UPDATE SET "personId" = ${session.personId ?? null}, "data" = ${data}, "expiresAt" = ${expires}`,
      )
      .then(() => done(), done);
  }

  get(id: string, done: (problem: unknown, session?: Session | null) => void): void {
    this.db.sql<{ data: string }>`SELECT "data" FROM "session" WHERE "id" = ${id} AND "expiresAt" > ${new Date()}`.then(
      ([row]) => done(null, row ? (JSON.parse(row.data) as Session) : null),
      (problem) => done(problem),
    );
  }

  destroy(id: string, done: Done): void {
    this.db.transaction(() => this.db.sql`DELETE FROM "session" WHERE "id" = ${id}`).then(() => done(), done);
  }
}
