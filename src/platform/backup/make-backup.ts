import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noteLogCheck } from '../activity/last-log-check.js';
import type { Config } from '../config/config.js';
import { knownServerSecret } from '../config/secret.js';
import { appVersion } from '../config/version.js';
import { OperatorProblem } from '../console/command.js';
import { brokenLog, headsOf } from './contents.js';
import { copyInto, copyOrShare, damaged, filesBelow, type KeptFile, type Older, weighed } from './kept-files.js';
import { noteBackup } from './last-backup.js';
import { FORMAT, MANIFEST, type Manifest, readManifest } from './manifest.js';
import {
  backupName,
  backupsOf,
  besides,
  DUMP,
  FILES,
  isBackupName,
  MARKET_FILE,
  PROVIDER_FILE,
  SERVER_KEY,
} from './places.js';
import { withSnapshot } from './postgres-cut.js';
import { copyAtOnce, openCopy } from './sqlite-cut.js';

export interface BackupOptions {
  /** The folder of all backups; beside the data by default. */
  to?: string | undefined;
  /** How many to keep, this one among them. */
  keep: number;
}

export interface Backup {
  folder: string;
  bytes: number;
  manifest: Manifest;
  /** Older backups that were taken away. */
  removed: string[];
}

type Databases = Pick<Manifest, 'database' | 'market' | 'provider' | 'heads'>;

/** Makes a backup while the app runs, reads it back, and only then calls it by its name. */
export async function makeBackup(config: Config, { to, keep }: BackupOptions): Promise<Backup> {
  const madeAt = new Date();
  const shelf = to ?? backupsOf(config.dataDir);
  const folder = join(shelf, backupName(madeAt));
  const half = besides(folder, 'half');
  // It holds the server's key and everybody's rows: for nobody but whoever made it.
  await mkdir(half, { recursive: true, mode: 0o700 });
  try {
    const databases = config.env.DATABASE_URL
      ? await dumpPostgres(config, config.env.DATABASE_URL, half)
      : await copySqlite(config, half);
    const manifest = { format: FORMAT, madeAt: madeAt.toISOString(), app: appVersion(), ...databases } as const;
    const files = await keepFiles(config.dataDir, half, await newestOn(shelf));
    await writeFile(join(half, MANIFEST), JSON.stringify({ ...manifest, files }, null, 1), { flush: true });
    const bad = await damaged(half, files);
    if (bad.length > 0) throw new OperatorProblem('backup_damaged', { what: bad.slice(0, 5).join(', ') });
    await rename(half, folder);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    await noteBackup(config.dataDir, { at: madeAt, folder, bytes });
    await noteLogCheck(config.dataDir, { at: madeAt, chains: databases.heads.length, broken: 0 });
    return { folder, bytes, manifest: { ...manifest, files }, removed: await removeOld(shelf, keep) };
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function copySqlite({ dataDir, env }: Config, half: string): Promise<Databases> {
  const names = [MARKET_FILE, ...(env.PROVIDER === 'embedded' ? [PROVIDER_FILE] : [])];
  for (const name of names) if (!existsSync(join(dataDir, name))) throw new OperatorProblem('no_data', { dataDir });
  await copyAtOnce(names.map((name) => ({ from: join(dataDir, name), to: join(half, name) })));
  const [market, provider] = names.map((name) => openCopy(join(half, name)));
  try {
    const complaints = [market, provider].flatMap((copy) => copy?.complaints() ?? []);
    if (market && complaints.length === 0) complaints.push(...(await brokenLog(market, knownServerSecret(dataDir))));
    refuse(complaints);
    return {
      database: 'sqlite',
      market: (await market?.contents()) as Databases['market'],
      provider: (await provider?.contents()) ?? null,
      heads: market ? await headsOf(market) : [],
    };
  } finally {
    market?.close();
    provider?.close();
  }
}

/** One snapshot of one database, in which market and provider lie side by side. */
function dumpPostgres({ dataDir }: Config, url: string, half: string): Promise<Databases> {
  return withSnapshot(url, async (snapshot) => {
    const market = await snapshot.contents('market');
    if (!market) throw new OperatorProblem('no_data', { dataDir: new URL(url).pathname.slice(1) });
    await snapshot.dump(join(half, DUMP));
    refuse(await brokenLog(snapshot, knownServerSecret(dataDir)));
    const provider = await snapshot.contents('provider');
    return { database: 'postgres', market, provider, heads: await headsOf(snapshot) };
  });
}

/** A backup of what is broken would be found out on the day it is needed. */
function refuse(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new OperatorProblem('data_broken', { what: complaints.slice(0, 5).join('; ') });
}

/**
 * Photos come after the rows: a file is written before the row that names it and never changed, so that whatever the rows name is there.
 */
async function keepFiles(dataDir: string, half: string, older: Older | null): Promise<KeptFile[]> {
  const own = [SERVER_KEY].filter((name) => existsSync(join(dataDir, name)));
  const photos = (await filesBelow(join(dataDir, FILES))).map((path) => join(FILES, path));
  for (const path of own) await copyInto(dataDir, half, path);
  for (const path of photos) await copyOrShare(dataDir, half, path, older);
  const kept: KeptFile[] = [];
  for (const path of await filesBelow(half)) kept.push(await weighed(half, path));
  return kept;
}

/** The newest backup of the folder that can be read; null where there is none to share files with. */
async function newestOn(shelf: string): Promise<Older | null> {
  const name = (await readdir(shelf)).filter(isBackupName).sort().at(-1);
  const folder = join(shelf, name ?? '');
  const manifest = name ? await readManifest(folder).catch(() => null) : null;
  return manifest && { folder, hashes: new Map(manifest.files.map(({ path, sha256 }) => [path, sha256])) };
}

async function removeOld(shelf: string, keep: number): Promise<string[]> {
  const names = (await readdir(shelf)).filter(isBackupName).sort().reverse();
  const old = names.slice(keep).map((name) => join(shelf, name));
  for (const folder of old) await rm(folder, { recursive: true, force: true });
  return old;
}
