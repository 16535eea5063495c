/** A piece of a statement, with its own values, that another statement takes in whole: conditions that are only sometimes there. */
export class Part {
  constructor(
    readonly text: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}
export const part = (text: TemplateStringsArray, ...values: unknown[]): Part => new Part(text, values);
export const nothing = part``;

/** A list for `IN ${among([...])}`; an empty one matches nothing. */
export const among = (values: readonly unknown[]): Part =>
  values.length === 0 ? part`(NULL)` : new Part(['(', ...values.slice(1).map(() => ', '), ')'], values);

/** What stands in an object's body at this path, as text; NULL when nothing does. The path is a value, never part of the statement. */
export function field(postgres: boolean, path: readonly string[]): Part {
  if (postgres)
    return part`("body"::jsonb #>> ${JSON.stringify(path).replace(/^\[/, '{').replace(/\]$/, '}')}::text[])`;
  const steps = path.map((step) => `."${step.replaceAll('"', '')}"`).join('');
  return part`CAST(json_extract("body", ${`$${steps}`}) AS TEXT)`;
}

/** How a flag of a body reads as text: SQLite takes it out of JSON as a number. */
export const flagIn = ({ postgres }: { postgres: boolean }, flag: boolean): string =>
  postgres ? String(flag) : String(Number(flag));

export type Row = Record<string, unknown>;

/** Runs one statement written as a template; values never become part of its text. Answers the rows, of a RETURNING too. */
export type Sql = <T = Row>(text: TemplateStringsArray, ...values: unknown[]) => Promise<T[]>;

/** Text and parameters for the database at hand: `$1` for PostgreSQL, `?` for SQLite. */
export function statement(postgres: boolean, whole: Part): [string, unknown[]] {
  const parameters: unknown[] = [];
  const write = ({ text, values }: Part): string =>
    text.reduce((sofar, words, i) => {
      const value = values[i - 1];
      if (value instanceof Part) return `${sofar}${write(value)}${words}`;
      parameters.push(value ?? null);
      return `${sofar}${postgres ? `$${parameters.length}` : '?'}${words}`;
    });
  return [write(whole), parameters];
}
