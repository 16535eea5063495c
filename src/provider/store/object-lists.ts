import type { Stored, TypeName } from '../wire/object-types.js';
import { among, field, nothing, type Part, part } from './sql.js';
import type { Db } from './store.js';

export interface ListQuery {
  limit: number;
  startingAfter?: string;
  endingBefore?: string;
  parent?: string;
  customer?: string;
  statuses?: readonly string[];
  /** What else of the body must have this value, or one of these, by its path: `payment_method_details.type`. */
  fields?: Record<string, string | readonly string[]>;
  /** One more condition on the row, ` AND …`. */
  condition?: Part;
  /** What of other books belongs to the list too: a condition on the row. */
  orElse?: Part;
  created?: Bounds;
}

/** Moments in seconds. */
interface Bounds {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

export interface Page<T> {
  rows: T[];
  hasMore: boolean;
  /** False when the object that the page should begin at does not exist. */
  cursorFound: boolean;
}

/** One page of an account's objects, newest first, whichever way it is turned. */
export async function listObjects<N extends TypeName>(
  db: Db,
  account: string,
  type: N,
  query: ListQuery,
): Promise<Page<Stored<N>>> {
  const cursor = query.startingAfter ?? query.endingBefore;
  const whose = query.orElse ? part`("account" = ${account} OR ${query.orElse})` : part`"account" = ${account}`;
  const at = cursor === undefined ? null : await seqOf(db, whose, type, cursor);
  if (cursor !== undefined && at === null) return { rows: [], hasMore: false, cursorFound: false };
  const backwards = query.endingBefore !== undefined;
  const turned = at === null ? nothing : backwards ? part` AND "seq" > ${at}` : part` AND "seq" < ${at}`;
  const order = backwards ? part`ASC` : part`DESC`;
  // One more than asked for shows whether there are more, without counting.
  const rows = await db.sql<{ body: string }>`
    SELECT "body" FROM "object" WHERE ${whose} AND "type" = ${type}${filters(db, query)}${turned}
    ORDER BY "seq" ${order} LIMIT ${query.limit + 1}`;
  const bodies = rows.slice(0, query.limit).map((row) => JSON.parse(row.body) as Stored<N>);
  return { rows: backwards ? bodies.reverse() : bodies, hasMore: rows.length > query.limit, cursorFound: true };
}

/** Those of a type that stand at a status, the oldest first; the first hundred. */
export async function oldestWith<N extends TypeName>(
  db: Db,
  account: string,
  type: N,
  status: string,
): Promise<Stored<N>[]> {
  const rows = await db.sql<{ body: string }>`
    SELECT "body" FROM "object" WHERE "account" = ${account} AND "type" = ${type} AND "status" = ${status}
    ORDER BY "seq" LIMIT 100`;
  return rows.map((row) => JSON.parse(row.body) as Stored<N>);
}

/** A condition that a moment of the body lies within the bounds. */
export function within(db: Db, name: string, { gt, gte, lt, lte }: Bounds): Part {
  const moment = part`CAST(${field(db.postgres, [name])} AS BIGINT)`;
  const bounds: Array<[number | undefined, Part]> = [
    [gt, part` AND ${moment} > ${gt}`],
    [gte, part` AND ${moment} >= ${gte}`],
    [lt, part` AND ${moment} < ${lt}`],
    [lte, part` AND ${moment} <= ${lte}`],
  ];
  return bounds.filter(([bound]) => bound !== undefined).reduce((sofar, [, next]) => part`${sofar}${next}`, nothing);
}

async function seqOf(db: Db, whose: Part, type: TypeName, id: string): Promise<number | null> {
  const [row] = await db.sql<{ seq: string | number }>`
    SELECT "seq" FROM "object" WHERE ${whose} AND "id" = ${id} AND "type" = ${type}`;
  return row ? Number(row.seq) : null;
}

function filters(
  db: Db,
  { parent, customer, statuses, condition = nothing, created = {}, fields = {} }: ListQuery,
): Part {
  const wanted: Array<[unknown, Part]> = [
    [parent, part` AND "parent" = ${parent}`],
    [customer, part` AND "customer" = ${customer}`],
    [statuses, part` AND "status" IN ${among(statuses ?? [])}`],
    [created.gt, part` AND "created" > ${created.gt}`],
    [created.gte, part` AND "created" >= ${created.gte}`],
    [created.lt, part` AND "created" < ${created.lt}`],
    [created.lte, part` AND "created" <= ${created.lte}`],
    ...Object.entries(fields).map(([path, value]): [unknown, Part] => [
      value,
      part` AND ${field(db.postgres, path.split('.'))} IN ${among([value].flat())}`,
    ]),
  ];
  return wanted
    .filter(([value]) => value !== undefined)
    .reduce((sofar, [, wanted]) => part`${sofar}${wanted}`, condition);
}
