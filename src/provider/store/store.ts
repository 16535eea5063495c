import type { DataSource, QueryRunner } from 'typeorm';
import { Part, type Row, type Sql, statement } from './sql.js';

/** Something to read from. Inside a transaction it is that transaction. */
export interface Db {
  readonly sql: Sql;
  readonly postgres: boolean;
}

/** A transaction under way: the only thing that can write. */
export interface Tx extends Db {
  /** Runs after the commit, lost if the process dies: anything that must happen is a row. */
  afterCommit(task: () => void): void;
}

/** The provider's own books. On SQLite one writer at a time on one connection; on PostgreSQL plain transactions. */
export class Store {
  private lastInLine: Promise<unknown> = Promise.resolve();
  readonly postgres: boolean;
  readonly db: Db;

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    this.postgres = writer.options.type === 'postgres';
    this.db = { postgres: this.postgres, sql: (text, ...values) => this.read(new Part(text, values)) };
  }

  /** Runs `work` in a transaction of its own; whatever it throws undoes all of it. Transactions do not nest. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.postgres) return this.run(work);
    const mine = this.lastInLine.then(() => this.run(work));
    this.lastInLine = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await this.lastInLine;
    await this.writer.destroy();
    if (this.reader !== this.writer) await this.reader.destroy();
  }

  private async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    const tasks: Array<() => void> = [];
    const tx: Tx = {
      postgres: this.postgres,
      sql: (text, ...values) => query(runner, this.postgres, new Part(text, values)),
      afterCommit: (task) => tasks.push(task),
    };
    // IMMEDIATE, because a transaction that reads first and writes later would fail if another process wrote in between.
    try {
      await runner.query(this.postgres ? 'BEGIN' : 'BEGIN IMMEDIATE');
      const answer = await work(tx);
      await runner.query('COMMIT');
      for (const task of tasks) task();
      return answer;
    } catch (problem) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw problem;
    } finally {
      if (this.postgres) await runner.release();
    }
  }

  private async read<T>(whole: Part): Promise<T[]> {
    const runner = this.reader.createQueryRunner();
    try {
      return await query<T>(runner, this.postgres, whole);
    } finally {
      if (this.postgres) await runner.release();
    }
  }
}

async function query<T = Row>(runner: QueryRunner, postgres: boolean, whole: Part): Promise<T[]> {
  const [text, parameters] = statement(postgres, whole);
  const result = await runner.query(text, parameters, true);
  return (result.records ?? []) as T[];
}
