import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { asBusy, isWorthAgain } from './busy.js';
import { PreparedStatements } from './prepared-statements.js';
import { type Sql, statement } from './sql.js';

interface UnitOfWork {
  runner: QueryRunner;
  manager: EntityManager;
  open: boolean;
  /** The first statement that failed. */
  doomedBy: unknown;
  beforeCommit: Array<() => Promise<void>>;
  afterCommit: Array<() => void>;
}

/** What the first transaction of a piece of work begins with; taken while that transaction runs, and again free when it fails. */
interface Beginning {
  task: () => Promise<void>;
  isTaken: boolean;
}

/** Two who wait for each other are parted by undoing one of them. Whoever is undone so often has met more than bad luck. */
const TRIES = 4;
const LONGEST_PAUSE = 40;

/** A call to the world from inside a transaction would hold the database for as long as the world takes. */
export class InsideUnitOfWork extends Error {}
export class OutsideUnitOfWork extends Error {}

/**
 * The one place that opens transactions. What is under way travels with the call (AsyncLocalStorage): a nested
 * `transaction` joins, `sql` and `manager` belong to it. Outside of one they belong to a read-only connection, so that the
 * database itself refuses a write there.
 */
export class Database {
  private readonly underWay = new AsyncLocalStorage<UnitOfWork>();
  private readonly beginnings = new AsyncLocalStorage<Beginning | null>();
  private lastInLine: Promise<unknown> = Promise.resolve();
  readonly postgres: boolean;
  private readonly prepared: { write: PreparedStatements; read: PreparedStatements } | null;

  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
  ) {
    this.postgres = writer.options.type === 'postgres';
    this.prepared = this.postgres
      ? null
      : { write: new PreparedStatements(writer), read: new PreparedStatements(reader) };
  }

  /**
   * Runs `work` in a transaction, or in the one already under way. Whatever it throws undoes all of it. A transaction that PostgreSQL
   * undid because of another one is run anew, so that `work` must change nothing but the database; throws `DatabaseBusy` when it is of no use.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const current = this.underWay.getStore();
    if (current) {
      stillOpen(current);
      return work();
    }
    return this.postgres ? this.tried(work) : this.inLine(() => this.tried(work));
  }

  private async tried<T>(work: () => Promise<T>): Promise<T> {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await this.run(work);
      } catch (problem) {
        if (left <= 1 || !this.postgres || !isWorthAgain(problem)) throw asBusy(problem);
        // Not in step with the other, or they meet again.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE));
      }
    }
  }

  /** Runs `work`, whose first transaction begins with `task`: what must be kept with the work's first effect or not at all. */
  beginningWith<T>(task: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    return this.beginnings.run({ task, isTaken: false }, work);
  }

  /** Runs what only prepares: a transaction in it is not the first of the work around it. */
  aside<T>(work: () => Promise<T>): Promise<T> {
    return this.beginnings.run(null, work);
  }

  /** The manager of the transaction under way, or a read-only one. */
  get manager(): EntityManager {
    const current = this.underWay.getStore();
    return current ? stillOpen(current).manager : this.reader.manager;
  }

  readonly sql: Sql = async <T>(text: TemplateStringsArray, ...values: unknown[]): Promise<T[]> => {
    const current = this.underWay.getStore();
    const [query, parameters] = statement(this.postgres, text, values);
    if (current) return this.inside<T>(stillOpen(current), query, parameters);
    if (this.prepared) return this.prepared.read.run(query, parameters) as T[];
    const runner = this.reader.createQueryRunner();
    try {
      return await rowsOf<T>(runner, query, parameters);
    } finally {
      await runner.release();
    }
  };

  /** Whether the database can be asked. SQLite would go on answering from a file that somebody deleted. */
  async isThere(): Promise<boolean> {
    try {
      await this.sql`SELECT 1 FROM "person" LIMIT 1`;
      return this.postgres || existsSync(String(this.reader.options.database));
    } catch {
      return false;
    }
  }

  /**
   * A failed statement undoes the whole transaction on PostgreSQL, which then answers a commit with a silent rollback: whoever swallowed
   * the failure would believe in what is not there. So it is on both databases, and said aloud.
   */
  private async inside<T>(unit: UnitOfWork, query: string, parameters: unknown[]): Promise<T[]> {
    try {
      if (this.prepared) return this.prepared.write.run(query, parameters) as T[];
      return await rowsOf<T>(unit.runner, query, parameters);
    } catch (problem) {
      unit.doomedBy ??= problem;
      throw problem;
    }
  }

  /** Runs last before the commit, in the order asked: the log's heads are locked here and nowhere earlier. */
  beforeCommit(task: () => Promise<void>): void {
    this.required().beforeCommit.push(task);
  }

  /** A hint to somebody waiting, lost if the process dies: anything that must happen is a row. */
  afterCommit(task: () => void): void {
    this.required().afterCommit.push(task);
  }

  /** For a command of the console: while a connection is open its process does not end. */
  async close(): Promise<void> {
    await this.reader.destroy();
    await this.writer.destroy();
  }

  get isInside(): boolean {
    return this.underWay.getStore()?.open === true;
  }

  assertOutside(what: string): void {
    if (this.isInside) throw new InsideUnitOfWork(`${what} must not be called inside a transaction.`);
  }

  private required(): UnitOfWork {
    const current = this.underWay.getStore();
    if (!current) throw new OutsideUnitOfWork('This belongs inside a transaction.');
    return stillOpen(current);
  }

  /** SQLite has one connection to write with: units of work wait for each other instead of nesting in it. */
  private inLine<T>(turn: () => Promise<T>): Promise<T> {
    const mine = this.lastInLine.then(turn);
    this.lastInLine = mine.catch(() => undefined);
    return mine;
  }

  private takeBeginning(): Beginning | null {
    const beginning = this.beginnings.getStore();
    if (!beginning || beginning.isTaken) return null;
    beginning.isTaken = true;
    return beginning;
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    const beginning = this.takeBeginning();
    const unit: UnitOfWork = {
      runner,
      manager: runner.manager,
      open: true,
      doomedBy: null,
      beforeCommit: [],
      afterCommit: [],
    };
    let result: T;
    try {
      // IMMEDIATE, because a transaction that reads first and writes later would fail if another process wrote in between.
      await runner.query(this.postgres ? 'BEGIN' : 'BEGIN IMMEDIATE');
      result = await this.underWay.run(unit, async () => {
        await beginning?.task();
        const answer = await work();
        for (const task of unit.beforeCommit) await task();
        if (unit.doomedBy) throw unit.doomedBy;
        return answer;
      });
      unit.open = false;
      await runner.query('COMMIT');
    } catch (problem) {
      unit.open = false;
      if (beginning) beginning.isTaken = false;
      await runner.query('ROLLBACK').catch(() => undefined);
      throw problem;
    } finally {
      if (this.postgres) await runner.release();
    }
    for (const task of unit.afterCommit) task();
    return result;
  }
}

const rowsOf = async <T>(runner: QueryRunner, query: string, parameters: unknown[]): Promise<T[]> =>
  ((await runner.query(query, parameters, true)).records ?? []) as T[];

/** A promise that nobody awaited must not write into the next person's transaction. */
function stillOpen(unit: UnitOfWork): UnitOfWork {
  if (!unit.open) throw new OutsideUnitOfWork('This transaction has ended: something was not awaited.');
  return unit;
}
