import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database } from '../platform/database/database.js';
import { list } from '../platform/database/sql.js';
import type { Role } from '../platform/web/policy.js';
import type { Signed } from '../platform/web/request.js';
import { DAY } from '../shared/clock.js';

export const SESSION_DAYS = 14;

interface Found {
  id: string;
  personId: string;
  displayName: string;
  roles: string;
  centreId: string;
}

/**
 * Who is signed in, in the database, so that any process may answer the next request. Only signing in and out write: whoever just looks
 * has no session, and a page view changes none (docs/decisions/0012).
 */
@Injectable()
export class Sessions {
  constructor(private readonly db: Database) {}

  /** The session of a cookie and its person, unless it is over or she was disabled since. One statement: it runs on every page. */
  async find(cookie: string | undefined): Promise<{ id: string; person: Signed } | null> {
    if (!cookie) return null;
    const [row] = await this.db.sql<Found>`
      SELECT s."id", p."id" AS "personId", p."displayName", p."roles", p."centreId"
      FROM "session" s JOIN "person" p ON p."id" = s."personId"
      WHERE s."id" = ${nameOf(cookie)} AND s."expiresAt" > ${new Date()} AND p."disabledAt" IS NULL`;
    if (!row) return null;
    const { id, personId, displayName: name, roles, centreId } = row;
    return { id, person: { id: personId, name, roles: roles.split(' ') as Role[], centreId } };
  }

  /** A new session for whoever sends this request; the one that she came with ends. */
  async open(request: FastifyRequest, personId: string): Promise<void> {
    const cookie = randomBytes(32).toString('base64url');
    const now = new Date();
    const ends = new Date(now.getTime() + SESSION_DAYS * DAY);
    await this.db.transaction(async () => {
      await this.end(request);
      await this.db.sql`INSERT INTO "session" ("id", "personId", "data", "createdAt", "expiresAt")
        VALUES (${nameOf(cookie)}, ${personId}, '{}', ${now}, ${ends})`;
    });
    request.sessionCookie = cookie;
  }

  async close(request: FastifyRequest): Promise<void> {
    await this.db.transaction(() => this.end(request));
    request.sessionCookie = null;
  }

  /** Ends all of these people's sessions, wherever they are open. Joins the caller's transaction. */
  async endAllOf(personIds: readonly string[]): Promise<void> {
    await this.db.sql`DELETE FROM "session" WHERE "personId" IN ${list(personIds)}`;
  }

  private async end({ sessionId }: FastifyRequest): Promise<void> {
    if (sessionId) await this.db.sql`DELETE FROM "session" WHERE "id" = ${sessionId}`;
  }
}

/** The table knows a cookie by its hash: a stolen copy of the database opens no session. */
const nameOf = (cookie: string): string => hash('sha256', cookie, 'base64url');
