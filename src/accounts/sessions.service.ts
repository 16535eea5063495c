import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database } from '../platform/database/database.js';
import { list } from '../platform/database/sql.js';
import type { Role } from '../platform/web/policy.js';
import type { Signed } from '../platform/web/request.js';
import { ServerSecret } from '../platform/web/server-secret.js';
import { DAY, MINUTE } from '../shared/clock.js';
import { newSessionKey, openCookie, sealCookie } from './session-cookie.js';
import { lifeOf } from './session-life.js';

/** How long the row of a session that is over is kept: a form that comes too late is given back to whoever wrote it. */
export const REMEMBERED_DAYS = 7;
/** How old a cookie's moment of use may grow: a page more often would send it anew each time. */
const FRESH = 10 * MINUTE;

interface Found {
  id: string;
  personId: string;
  displayName: string;
  roles: string;
  centreId: string;
  passwordEndsAt: string | null;
  noticeVersion: string | null;
}

export interface SessionFound {
  id: string;
  person: Signed;
  /** Whether she has to choose a password of her own before anything else. */
  hasOneTimePassword: boolean;
  /** Which notice of what is kept of her she has understood. */
  noticeVersion: string | null;
  /** The cookie with the moment of this use, where the one at hand has become old. */
  renewed: string | null;
}

/** A session as its person sees it. */
export interface OpenSession {
  id: string;
  userAgent: string | null;
  createdAt: string;
}

/**
 * Who is signed in, in the database, so that any process may answer the next request. Only signing in and out write: whoever just looks
 * has no session, and a page view changes none (docs/decisions/0012, 0015).
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly secret: ServerSecret,
  ) {}

  /** The session of a cookie and its person, unless it is over or she was disabled since. One statement: it runs on every page. */
  async find(cookie: string | undefined): Promise<SessionFound | null> {
    const held = openCookie(this.secret.value, cookie);
    if (!held) return null;
    const now = new Date();
    const [row] = await this.db.sql<Found>`
      SELECT s."id", p."id" AS "personId", p."displayName", p."roles", p."centreId", p."passwordEndsAt", p."noticeVersion"
      FROM "session" s JOIN "person" p ON p."id" = s."personId"
      WHERE s."id" = ${nameOf(held.key)} AND s."expiresAt" > ${now} AND p."disabledAt" IS NULL`;
    if (!row) return null;
    const { id, personId, displayName: name, centreId, passwordEndsAt, noticeVersion } = row;
    const roles = row.roles.split(' ') as Role[];
    const unused = now.getTime() - held.usedAt.getTime();
    if (unused > lifeOf(roles).idle) return null;
    return {
      id,
      person: { id: personId, name, roles, centreId },
      hasOneTimePassword: passwordEndsAt !== null,
      noticeVersion,
      renewed: unused > FRESH ? sealCookie(this.secret.value, held.key, now) : null,
    };
  }

  /** The session that a cookie once opened, over or not, while its row is kept; nobody's who was disabled since. */
  async remembered(cookie: string | undefined): Promise<{ id: string; personId: string } | null> {
    const held = openCookie(this.secret.value, cookie);
    if (!held) return null;
    const [row] = await this.db.sql<{ id: string; personId: string }>`
      SELECT s."id", s."personId" FROM "session" s JOIN "person" p ON p."id" = s."personId"
      WHERE s."id" = ${nameOf(held.key)} AND p."disabledAt" IS NULL`;
    return row ?? null;
  }

  /** Every session of a person whose row is kept, the newest first. */
  rememberedOf(personId: string): Promise<Array<{ id: string }>> {
    return this.db.sql<{ id: string }>`
      SELECT "id" FROM "session" WHERE "personId" = ${personId} ORDER BY "createdAt" DESC LIMIT 100`;
  }

  /** A new session for whoever sends this request; the one that she came with ends. */
  async open(request: FastifyRequest, person: { id: string; roles: readonly Role[] }): Promise<void> {
    const key = newSessionKey();
    const now = new Date();
    const ends = new Date(now.getTime() + lifeOf(person.roles).whole);
    const userAgent = request.headers['user-agent']?.slice(0, 300) ?? null;
    await this.db.transaction(async () => {
      await this.end(request);
      await this.db.sql`DELETE FROM "session" WHERE "expiresAt" < ${new Date(now.getTime() - REMEMBERED_DAYS * DAY)}`;
      await this.db.sql`INSERT INTO "session" ("id", "personId", "data", "createdAt", "expiresAt", "userAgent")
        VALUES (${nameOf(key)}, ${person.id}, '{}', ${now}, ${ends}, ${userAgent})`;
    });
    request.sessionCookie = sealCookie(this.secret.value, key, now);
  }

  async close(request: FastifyRequest): Promise<void> {
    await this.db.transaction(() => this.end(request));
    request.sessionCookie = null;
  }

  /** Ends all of these people's sessions, wherever they are open, apart from the one named. Joins the caller's transaction. */
  async endAllOf(personIds: readonly string[], except = ''): Promise<void> {
    const now = new Date();
    await this.db.sql`UPDATE "session" SET "expiresAt" = ${now}
      WHERE "personId" IN ${list(personIds)} AND "expiresAt" > ${now} AND "id" <> ${except}`;
  }

  /** Ends one of a person's sessions; somebody else's is not touched. Joins the caller's transaction. */
  async endOne(personId: string, id: string): Promise<boolean> {
    const now = new Date();
    const ended = await this.db.sql`UPDATE "session" SET "expiresAt" = ${now}
      WHERE "id" = ${id} AND "personId" = ${personId} AND "expiresAt" > ${now} RETURNING "id"`;
    return ended.length > 0;
  }

  /** Where a person is signed in, the newest first. */
  openOf(personId: string): Promise<OpenSession[]> {
    return this.db.sql<OpenSession>`SELECT "id", "userAgent", "createdAt" FROM "session"
      WHERE "personId" = ${personId} AND "expiresAt" > ${new Date()} ORDER BY "createdAt" DESC LIMIT 50`;
  }

  private async end({ sessionId }: FastifyRequest): Promise<void> {
    const now = new Date();
    if (sessionId)
      await this.db.sql`UPDATE "session" SET "expiresAt" = ${now} WHERE "id" = ${sessionId} AND "expiresAt" > ${now}`;
  }
}

/** The table knows a key by its hash: a stolen copy of the database opens no session. */
const nameOf = (key: string): string => hash('sha256', key, 'base64url');
