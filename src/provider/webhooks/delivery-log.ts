import { among, nothing, part } from '../store/sql.js';
import type { Db } from '../store/store.js';

export interface LoggedAttempt {
  number: number;
  /** Milliseconds of the wall. */
  at: number;
  took: number;
  status: number | null;
  problem: string | null;
}
export interface LoggedDelivery {
  id: string;
  event: string;
  event_type: string | null;
  endpoint: string;
  /** Null once the endpoint is deleted. */
  url: string | null;
  state: 'pending' | 'delivered' | 'failed' | 'dropped';
  /** When it is tried next, milliseconds of the wall; null when that is not by the wall, or never. */
  due: number | null;
  /** Seconds of the account's held clock at which it is tried next. */
  clock_due: number | null;
  attempts: LoggedAttempt[];
}

interface Row {
  id: string;
  event: string;
  type: string | null;
  endpoint: string;
  target: string | null;
  state: LoggedDelivery['state'];
  dueMs: string | number;
  clockDue: string | number | null;
}

export interface LogQuery {
  event?: string | undefined;
  endpoint?: string | undefined;
  /** The id of the delivery that the page begins after. */
  after?: string | undefined;
  limit: number;
}

/** The account's deliveries, newest first, each with what came of every try. */
export async function deliveryLog(
  db: Db,
  account: string,
  { event, endpoint, after, limit }: LogQuery,
): Promise<{ data: LoggedDelivery[]; has_more: boolean }> {
  const ofEvent = event === undefined ? nothing : part` AND d."event" = ${event}`;
  const atEndpoint = endpoint === undefined ? nothing : part` AND d."endpoint" = ${endpoint}`;
  const older =
    after === undefined ? nothing : part` AND d."seq" < (SELECT "seq" FROM "delivery" WHERE "id" = ${after})`;
  const rows = await db.sql<Row>`
    SELECT d."id", d."event", e."status" AS "type", d."endpoint", w."body" AS "target", d."state", d."dueMs", d."clockDue"
    FROM "delivery" d
      LEFT JOIN "object" e ON e."account" = COALESCE(d."eventAccount", d."account") AND e."id" = d."event"
      LEFT JOIN "object" w ON w."account" = d."account" AND w."id" = d."endpoint"
    WHERE d."account" = ${account}${ofEvent}${atEndpoint}${older} ORDER BY d."seq" DESC LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const tries = await attemptsOf(db, shown);
  const data = shown.map((row) => logged(row, tries.get(row.id) ?? []));
  return { data, has_more: rows.length > limit };
}

function logged(row: Row, attempts: LoggedAttempt[]): LoggedDelivery {
  const { id, event, endpoint, state } = row;
  const clockDue = row.clockDue === null ? null : Number(row.clockDue);
  return {
    id,
    event,
    event_type: row.type,
    endpoint,
    url: row.target === null ? null : (JSON.parse(row.target) as { url: string }).url,
    state,
    due: state === 'pending' && clockDue === null ? Number(row.dueMs) : null,
    clock_due: state === 'pending' ? clockDue : null,
    attempts,
  };
}

async function attemptsOf(db: Db, rows: readonly { id: string }[]): Promise<Map<string, LoggedAttempt[]>> {
  const ids = rows.map(({ id }) => id);
  const tries = await db.sql<LoggedAttempt & { delivery: string }>`
    SELECT "delivery", "number", "atMs" AS "at", "tookMs" AS "took", "status", "problem" FROM "delivery_attempt"
    WHERE "delivery" IN ${among(ids)} ORDER BY "delivery", "number"`;
  const by = new Map<string, LoggedAttempt[]>();
  for (const { delivery, at, ...rest } of tries)
    by.set(delivery, [...(by.get(delivery) ?? []), { ...rest, at: Number(at) }]);
  return by;
}
