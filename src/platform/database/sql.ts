import type { QueryRunner } from 'typeorm';

export type Row = Record<string, unknown>;

/** Runs one statement written as a template; values never become part of its text. Answers the rows, of a RETURNING too. */
export type Sql = <T = Row>(text: TemplateStringsArray, ...values: unknown[]) => Promise<T[]>;

/** A list for `IN ${list([...])}`: the databases have no common way to bind an array. */
export class SqlList {
  constructor(readonly values: readonly unknown[]) {}
}
export const list = (values: readonly unknown[]): SqlList => new SqlList(values);

/** A column or table name that a template cannot bind; letters only, so that it can never carry more than a name. */
export class SqlName {
  constructor(readonly name: string) {
    if (!/^[A-Za-z_]+$/.test(name)) throw new Error(`Not a name: ${name}`);
  }
}

/** Text and parameters for the database at hand: `$1` for PostgreSQL, `?` and no Booleans for SQLite. */
export function statement(postgres: boolean, text: TemplateStringsArray, values: unknown[]): [string, unknown[]] {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => {
    parameters.push(bindable(postgres, value));
    return postgres ? `$${parameters.length}` : '?';
  };
  const whole = text.reduce((sofar, part, i) => {
    const value = values[i - 1];
    if (value instanceof SqlName) return `${sofar}"${value.name}"${part}`;
    if (!(value instanceof SqlList)) return `${sofar}${bind(value)}${part}`;
    return `${sofar}(${value.values.length === 0 ? 'NULL' : value.values.map(bind).join(', ')})${part}`;
  });
  return [whole, parameters];
}

function bindable(postgres: boolean, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value === undefined) return null;
  if (!postgres && typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

export async function runSql<T>(
  runner: QueryRunner,
  postgres: boolean,
  text: TemplateStringsArray,
  values: unknown[],
): Promise<T[]> {
  const [query, parameters] = statement(postgres, text, values);
  const result = await runner.query(query, parameters, true);
  return (result.records ?? []) as T[];
}
