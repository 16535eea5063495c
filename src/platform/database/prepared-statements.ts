import type { Database as Connection, Statement } from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { Row } from './sql.js';

/** Lists of different lengths make different texts; more of them than this are hardly asked again. */
const MOST = 500;

/** The statements of one SQLite connection, each prepared once: TypeORM's own way around a statement costs more than a short one. */
export class PreparedStatements {
  private readonly known = new Map<string, Statement>();
  private readonly connection: Connection;

  constructor(source: DataSource) {
    this.connection = (source.driver as unknown as { databaseConnection: Connection }).databaseConnection;
  }

  /** The rows of one statement, of a RETURNING too. */
  run(text: string, parameters: readonly unknown[]): Row[] {
    try {
      const statement = this.known.get(text) ?? this.prepare(text);
      if (statement.reader) return statement.all(...parameters) as Row[];
      statement.run(...parameters);
      return [];
    } catch (problem) {
      throw new StatementFailed(text, problem as Error);
    }
  }

  private prepare(text: string): Statement {
    const statement = this.connection.prepare(text);
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= MOST) this.known.delete(oldest);
    this.known.set(text, statement);
    return statement;
  }
}

/** Names the statement, which the database's own error does not; never its values, which may be somebody's. */
export class StatementFailed extends Error {
  constructor(text: string, cause: Error) {
    super(`${cause.message}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`, { cause });
    this.name = 'StatementFailed';
  }
}
