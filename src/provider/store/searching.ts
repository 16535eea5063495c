import type { Stored, TypeName } from '../wire/object-types.js';
import type { Clause, Query } from '../wire/search-query.js';
import { field, flagIn, nothing, type Part, part } from './sql.js';
import type { Db } from './store.js';

export interface Found<T> {
  rows: T[];
  total: number;
  /** Where the next page begins, or null after the last one. */
  next: number | null;
}

/** Looks through an account's objects of a type, newest first. The account's own rows are the bound: no index knows every field. */
export async function searchObjects<N extends TypeName>(
  db: Db,
  account: string,
  type: N,
  query: Query,
  { limit, after }: { limit: number; after: number | null },
): Promise<Found<Stored<N>>> {
  const matching = part`"account" = ${account} AND "type" = ${type} AND (${conditions(db.postgres, query)})`;
  const later = after === null ? nothing : part` AND "seq" < ${after}`;
  const rows = await db.sql<{ body: string; seq: string | number }>`
    SELECT "body", "seq" FROM "object" WHERE ${matching}${later} ORDER BY "seq" DESC LIMIT ${limit + 1}`;
  const [count] = await db.sql<{ total: string | number }>`
    SELECT COUNT(*) AS "total" FROM "object" WHERE ${matching}`;
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row) => JSON.parse(row.body) as Stored<N>),
    total: Number(count?.total ?? 0),
    next: rows.length > limit ? Number(shown.at(-1)?.seq) : null,
  };
}

const conditions = (postgres: boolean, { clauses, join }: Query): Part =>
  clauses
    .map((clause) => condition(postgres, clause))
    .reduce((sofar, next) => (join === 'AND' ? part`${sofar} AND ${next}` : part`${sofar} OR ${next}`));

function condition(postgres: boolean, { path, operator, value, not }: Clause): Part {
  const held = field(postgres, path);
  if (value === null) return not ? part`${held} IS NOT NULL` : part`${held} IS NULL`;
  const plain = comparison(postgres, held, operator, value);
  return not ? part`(${held} IS NULL OR NOT ${plain})` : plain;
}

function comparison(postgres: boolean, held: Part, operator: Clause['operator'], value: string): Part {
  switch (operator) {
    case ':':
      return part`LOWER(${held}) = LOWER(${truth(postgres, value)})`;
    case '~':
      return part`LOWER(${held}) LIKE ${`%${value.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`;
    case '>':
      return part`CAST(${held} AS BIGINT) > ${Number(value)}`;
    case '<':
      return part`CAST(${held} AS BIGINT) < ${Number(value)}`;
    case '>=':
      return part`CAST(${held} AS BIGINT) >= ${Number(value)}`;
    default:
      return part`CAST(${held} AS BIGINT) <= ${Number(value)}`;
  }
}

const truth = (postgres: boolean, value: string): string =>
  ['true', 'false'].includes(value) ? flagIn({ postgres }, value === 'true') : value;
