import type { Raw } from './raw-database.js';

const TABLES = {
  sqlite: `SELECT "name" FROM sqlite_master WHERE type = 'table' AND "name" NOT LIKE 'sqlite_%' ORDER BY "name"`,
  postgres: `SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
};

/** What the app's own timers write in passing, at moments that have nothing to do with a request. */
const TIMERS = ['lease'];

/** How many rows each table has. */
export async function rowCounts(raw: Raw, postgres: boolean): Promise<Record<string, number>> {
  const tables = await raw.ask<{ name: string }>(TABLES[postgres ? 'postgres' : 'sqlite']);
  const counts: Record<string, number> = {};
  for (const { name } of tables.filter((table) => !TIMERS.includes(table.name))) {
    const [row] = await raw.ask<{ n: string | number }>(`SELECT COUNT(*) AS n FROM "${name}"`);
    counts[name] = Number(row?.n);
  }
  return counts;
}

/** The tables that gained or lost rows, and how many. */
export function changed(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...names].map((name): [string, number] => [name, (after[name] ?? 0) - (before[name] ?? 0)]);
  return Object.fromEntries(changes.filter(([, difference]) => difference !== 0));
}
