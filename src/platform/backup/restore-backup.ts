import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/config.js';
import { knownServerSecret } from '../config/secret.js';
import { OperatorProblem } from '../console/command.js';
import { appIsRunning } from '../database/running-app.js';
import { brokenLog, headsOf, type Snapshot } from './contents.js';
import { copyInto, damaged } from './kept-files.js';
import { type Contents, type Manifest, readManifest } from './manifest.js';
import { besides, DUMP, MARKET_FILE, PROVIDER_FILE } from './places.js';
import { emptyAgain, restoreDump, withSnapshot } from './postgres-cut.js';
import { openCopy } from './sqlite-cut.js';

export interface Restored {
  manifest: Manifest;
  /** Where the data lie that were there before. */
  aside: string | null;
}

/** Puts a backup where the data belong. Everything is looked at before anything is touched, and what takes its place takes it at once. */
export async function restoreBackup(config: Config, folder: string, replace: boolean): Promise<Restored> {
  const { dataDir, env } = config;
  const manifest = await readManifest(folder);
  await refuseUnfit(config, folder, manifest);
  const isFull = (await readdir(dataDir)).length > 0;
  if (isFull && !replace) throw new OperatorProblem('folder_not_empty', { dataDir });
  if (await appIsRunning(config)) throw new OperatorProblem('app_is_running');
  const staged = besides(dataDir, 'restoring');
  try {
    await mkdir(staged, { recursive: true, mode: 0o700 });
    for (const { path } of manifest.files) if (path !== DUMP) await copyInto(folder, staged, path);
    const url = env.DATABASE_URL;
    if (url) return await intoPostgres(url, folder, manifest, () => putInPlace(staged, dataDir, isFull));
    await lookAtCopies(staged, manifest);
    return { manifest, aside: await putInPlace(staged, dataDir, isFull) };
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function refuseUnfit({ env }: Config, folder: string, manifest: Manifest): Promise<void> {
  const wanted = env.DATABASE_URL ? 'postgres' : 'sqlite';
  if (manifest.database !== wanted)
    throw new OperatorProblem('other_database', { is: manifest.database, wanted: wanted });
  const known = new Set([...(await migrationsIn('database')), ...(await migrationsIn('provider'))]);
  const done = [...manifest.market.migrations, ...(manifest.provider?.migrations ?? [])];
  if (!done.every((migration) => known.has(migration)))
    throw new OperatorProblem('newer_backup', { version: manifest.app.version, commit: manifest.app.commit ?? '?' });
  const bad = await damaged(folder, manifest.files);
  if (bad.length > 0) throw new OperatorProblem('backup_damaged', { what: bad.slice(0, 5).join(', ') });
}

/** The timestamps of the migrations that this version knows, by the names of their files. */
async function migrationsIn(part: 'database' | 'provider'): Promise<number[]> {
  const folder = { database: '../database/migrations', provider: '../../provider/store/migrations' }[part];
  const names = await readdir(fileURLToPath(new URL(folder, import.meta.url)));
  return names.map((name) => Number.parseInt(name, 10));
}

async function lookAtCopies(staged: string, manifest: Manifest): Promise<void> {
  const market = openCopy(join(staged, MARKET_FILE));
  const provider = manifest.provider && openCopy(join(staged, PROVIDER_FILE));
  try {
    refuse([...market.complaints(), ...(provider?.complaints() ?? [])]);
    const missing = differences(manifest, await market.contents(), (await provider?.contents()) ?? null);
    refuse([...missing, ...(await logProblems(market, manifest, staged))]);
  } finally {
    market.close();
    provider?.close();
  }
}

/** Can be looked at only once it is there: whatever is wrong then, or with the files beside it, leaves the database as empty as it was. */
async function intoPostgres(
  url: string,
  folder: string,
  manifest: Manifest,
  files: () => Promise<string | null>,
): Promise<Restored> {
  const isTaken = await withSnapshot(url, async (there) => (await there.contents('market')) !== null);
  if (isTaken) throw new OperatorProblem('database_not_empty', { database: new URL(url).pathname.slice(1) });
  await restoreDump(url, join(folder, DUMP));
  try {
    await withSnapshot(url, async (there) => {
      const missing = differences(manifest, await there.contents('market'), await there.contents('provider'));
      refuse([...missing, ...(await logProblems(there, manifest, folder))]);
    });
    return { manifest, aside: await files() };
  } catch (problem) {
    await emptyAgain(url);
    throw problem;
  }
}

async function logProblems(snapshot: Snapshot, manifest: Manifest, folder: string): Promise<string[]> {
  const heads = await headsOf(snapshot);
  const moved = JSON.stringify(heads) === JSON.stringify(manifest.heads) ? [] : ['the log ends elsewhere'];
  return [...moved, ...(await brokenLog(snapshot, knownServerSecret(folder)))];
}

/** Tables that hold another number of rows than the list says, of either book. */
const differences = (said: Manifest, market: Contents | null, provider: Contents | null): string[] =>
  [
    [said.market, market],
    [said.provider, provider],
  ].flatMap(([wanted, found]) =>
    Object.entries(wanted?.rows ?? {})
      .filter(([table, rows]) => found?.rows[table] !== rows)
      .map(([table, rows]) => `${table} has ${found?.rows[table] ?? 0} of ${rows} rows`),
  );

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new OperatorProblem('backup_damaged', { what: problems.slice(0, 5).join('; ') });
}

/** The old folder is set aside, never deleted: whoever restored the wrong backup can go back. */
async function putInPlace(staged: string, dataDir: string, isFull: boolean): Promise<string | null> {
  const aside = isFull ? `${dataDir}.before-${new Date().toISOString().replace(/[:.]/g, '-')}` : null;
  if (aside) await rename(dataDir, aside);
  else await rmdir(dataDir);
  try {
    await rename(staged, dataDir);
  } catch (problem) {
    if (aside) await rename(aside, dataDir);
    throw problem;
  }
  return aside;
}
