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

/** A piece of a statement with its own values, for what is asked only sometimes. */
export class SqlPart {
  constructor(
    readonly text: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}
export const part = (text: TemplateStringsArray, ...values: unknown[]): SqlPart => new SqlPart(text, values);
export const nothing = part``;

/** Text and parameters for the database at hand: `$1` for PostgreSQL, `?` and no Booleans for SQLite. */
export function statement(postgres: boolean, text: readonly string[], values: readonly unknown[]): [string, unknown[]] {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => {
    parameters.push(bindable(postgres, value));
    return postgres ? `$${parameters.length}` : '?';
  };
  const written = (value: unknown): string => {
    if (value instanceof SqlName) return `"${value.name}"`;
    if (value instanceof SqlPart) return joined(value.text, value.values);
    if (value instanceof SqlList) return `(${value.values.length === 0 ? 'NULL' : value.values.map(bind).join(', ')})`;
    return bind(value);
  };
  const joined = (texts: readonly string[], its: readonly unknown[]): string =>
    texts.reduce((sofar, next, i) => sofar + written(its[i - 1]) + next);
  return [joined(text, values), parameters];
}

function bindable(postgres: boolean, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value === undefined) return null;
  if (!postgres && typeof value === 'boolean') return value ? 1 : 0;
  return value;
}
