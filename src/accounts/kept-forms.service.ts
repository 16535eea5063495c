import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database } from '../platform/database/database.js';
import { isCsrfToken } from '../platform/web/csrf.js';
import { localPath } from '../platform/web/local-path.js';
import { ServerSecret } from '../platform/web/server-secret.js';
import { HOUR } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import { type Fields, keptFields } from './kept-fields.js';
import { SESSION_COOKIE } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

const KEPT = 2 * HOUR;
/** One page may have had several forms open; more than this is somebody who tries what happens. */
const MOST = 5;

/** Where a kept form is filled in again. */
interface Kept {
  id: string;
  page: string;
}

export interface KeptForm {
  page: string;
  action: string;
  fields: Fields;
}

/**
 * Forms that were sent after their session had ended. The form's own token says which session wrote it, and that session's row whose it
 * was: it is given back to her and to nobody else who takes the phone (docs/decisions/0014).
 */
@Injectable()
export class KeptForms {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly secret: ServerSecret,
  ) {}

  /** Keeps the form of a request whose session is over. Null when it is not kept. */
  async keep(request: FastifyRequest): Promise<Kept | null> {
    const session = await this.sessions.remembered(request.cookies[SESSION_COOKIE]);
    return session && this.isWrittenBy(request, session.id) ? this.write(request, session) : null;
  }

  /** Keeps a form that an older session of the person who is signed in wrote: she came in again in another tab. */
  async keepForSame(request: FastifyRequest): Promise<Kept | null> {
    const { person } = request;
    if (!person) return null;
    const written = (await this.sessions.rememberedOf(person.id)).find(({ id }) => this.isWrittenBy(request, id));
    return written ? this.write(request, { id: written.id, personId: person.id }) : null;
  }

  /** Where the newest form of the session that she came with is waiting; null for anybody else. */
  async waitingFor(request: FastifyRequest, personId: string): Promise<string | null> {
    const session = await this.sessions.remembered(request.cookies[SESSION_COOKIE]);
    if (session?.personId !== personId) return null;
    const [row] = await this.db.sql<{ id: string; page: string }>`
      SELECT "id", "page" FROM "kept_form" WHERE "sessionId" = ${session.id} AND "personId" = ${personId}
        AND "expiresAt" > ${new Date()} ORDER BY "expiresAt" DESC, "id" LIMIT 1`;
    return row ? addressOf(row) : null;
  }

  async find(id: string, personId: string): Promise<KeptForm | null> {
    const [row] = await this.db.sql<{ page: string; action: string; fields: string }>`
      SELECT "page", "action", "fields" FROM "kept_form"
      WHERE "id" = ${id} AND "personId" = ${personId} AND "expiresAt" > ${new Date()}`;
    return row ? { ...row, fields: JSON.parse(row.fields) as Fields } : null;
  }

  /** เปลี่ยนคน: what she left behind goes with her. Joins the caller's transaction. */
  async forget(personId: string): Promise<void> {
    await this.db.sql`DELETE FROM "kept_form" WHERE "personId" = ${personId}`;
  }

  private isWrittenBy({ body }: FastifyRequest, sessionId: string): boolean {
    return isCsrfToken(this.secret.value, sessionId, (body as { _csrf?: unknown } | undefined)?._csrf);
  }

  private async write(
    request: FastifyRequest,
    { id: sessionId, personId }: { id: string; personId: string },
  ): Promise<Kept | null> {
    const fields = keptFields(request.body);
    const action = localPath(request.url.split('?')[0]);
    if (!fields || !action) return null;
    const id = newId('kept');
    const now = new Date();
    const written = { page: pageOf(request) ?? action, fields: JSON.stringify(fields) };
    await this.db.transaction(async () => {
      await this.db.sql`DELETE FROM "kept_form" WHERE "expiresAt" < ${now}`;
      await this.db.sql`DELETE FROM "kept_form" WHERE "personId" = ${personId} AND "id" NOT IN (
        SELECT "id" FROM "kept_form" WHERE "personId" = ${personId} ORDER BY "expiresAt" DESC LIMIT ${MOST - 1})`;
      await this.db.sql`INSERT INTO "kept_form" ("id", "personId", "sessionId", "page", "action", "fields", "expiresAt")
        VALUES (${id}, ${personId}, ${sessionId}, ${written.page}, ${action}, ${written.fields},
          ${new Date(now.getTime() + KEPT)})`;
    });
    return { id, page: written.page };
  }
}

/** The page where a kept form is filled in again. */
export function addressOf({ id, page }: Kept): string {
  return `${page}${page.includes('?') ? '&' : '?'}kept=${id}`;
}

/** The page that the form stood on, as the browser tells it. */
function pageOf({ headers }: FastifyRequest): string | null {
  try {
    const { host, pathname, searchParams } = new URL(headers.referer ?? '');
    searchParams.delete('kept');
    return host === headers.host ? localPath(pathname + (searchParams.size > 0 ? `?${searchParams}` : '')) : null;
  } catch {
    return null;
  }
}
