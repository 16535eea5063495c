import { setTimeout as pause } from 'node:timers/promises';
import Sqlite, { type Database as Connection } from 'better-sqlite3';
import { OperatorProblem } from '../console/command.js';
import { type Row, statement } from '../database/sql.js';
import { contentsOf, type Snapshot } from './contents.js';
import type { Contents } from './manifest.js';

const PATIENCE_MS = 60_000;
const AT_ONCE = 1000;

/**
 * Copies databases that a running app writes to, all as they stood at one and the same moment: the picture that a power cut would have
 * left, which the app knows how to go on from. Copied one after the other the market would believe payments that the provider's copy
 * never had, or give out anew ids that its copy already knows (docs/decisions/0021).
 */
export async function copyAtOnce(files: ReadonlyArray<{ from: string; to: string }>): Promise<void> {
  const snapshots = files.map(({ from }) => new Sqlite(from, { readonly: true, fileMustExist: true }));
  try {
    await atOneMoment(
      files.map(({ from }) => from),
      () => snapshots.forEach(beginReading),
    );
    for (const [i, { to }] of files.entries()) {
      await (snapshots[i] as Connection).backup(to, { progress: () => AT_ONCE });
      ownFile(to);
    }
  } finally {
    for (const snapshot of snapshots) snapshot.close();
  }
}

/**
 * Runs `work` while nobody writes to any of the files. Nobody is made to wait for more than that: a lock that is not free at once is
 * never waited for while another is held, because the app that holds it may be waiting for ours.
 */
async function atOneMoment(files: readonly string[], work: () => void): Promise<void> {
  const locks = files.map((file) => new Sqlite(file, { timeout: 0, fileMustExist: true }));
  try {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(1 + Math.random() * 5)) {
      if (locks.every(isLocked)) return work();
      for (const lock of locks) if (lock.inTransaction) lock.exec('ROLLBACK');
    }
    throw new OperatorProblem('database_busy');
  } finally {
    for (const lock of locks) lock.close();
  }
}

function isLocked(lock: Connection): boolean {
  try {
    lock.exec('BEGIN IMMEDIATE');
    return true;
  } catch (problem) {
    if (String((problem as { code?: string }).code).startsWith('SQLITE_BUSY')) return false;
    throw problem;
  }
}

/** A snapshot is taken by the first reading, not by BEGIN. */
function beginReading(connection: Connection): void {
  connection.exec('BEGIN');
  connection.prepare('SELECT COUNT(*) FROM sqlite_master').get();
}

/** A copy says of itself that it has a write-ahead log beside it; this one has none, and stands alone. */
function ownFile(file: string): void {
  const copy = new Sqlite(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

export interface Copy extends Snapshot {
  /** What the file itself says is wrong with it. */
  complaints(): string[];
  contents(): Promise<Contents>;
  close(): void;
}

/** A copied database, read only. */
export function openCopy(file: string): Copy {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
  const all = (text: string): Row[] => connection.prepare(text).all() as Row[];
  return {
    sql: async <T>(text: TemplateStringsArray, ...values: unknown[]) => {
      const [query, parameters] = statement(false, text, values);
      return connection.prepare(query).all(...parameters) as T[];
    },
    complaints: () => complaintsOf(connection),
    contents: () => contentsOf(tablesOf(all), '"migrations"', async (text) => all(text)),
    close: () => connection.close(),
  };
}

function complaintsOf(connection: Connection): string[] {
  try {
    const integrity = connection.pragma('integrity_check') as Array<{ integrity_check: string }>;
    const orphans = connection.pragma('foreign_key_check') as Array<{ table: string; parent: string }>;
    return [
      ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...orphans.map(({ table, parent }) => `${table} names a row of ${parent} that is not there`),
    ];
  } catch (problem) {
    return [(problem as Error).message];
  }
}

/** Without the tables that a search index keeps for itself. */
function tablesOf(all: (text: string) => Row[]): Array<{ name: string; from: string }> {
  const names = all(`SELECT "name" FROM pragma_table_list WHERE "schema" = 'main' AND "type" IN ('table', 'virtual')
    AND "name" NOT LIKE 'sqlite_%' ORDER BY "name"`);
  return names.map(({ name }) => ({ name: String(name), from: `"${name}"` }));
}
