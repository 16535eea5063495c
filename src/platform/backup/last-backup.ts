import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { besides } from './places.js';

export interface LastBackup {
  at: Date;
  folder: string;
  bytes: number;
}

const fileIn = (dataDir: string): string => join(dataDir, 'last-backup.json');

/** Noted beside the data and not in them: a restored copy has not been backed up where it is now. */
export async function noteBackup(dataDir: string, backup: LastBackup): Promise<void> {
  const half = besides(fileIn(dataDir), 'half');
  await writeFile(half, JSON.stringify(backup));
  await rename(half, fileIn(dataDir));
}

export async function lastBackup(dataDir: string): Promise<LastBackup | null> {
  try {
    const { at, folder, bytes } = JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
    return { at: new Date(at), folder, bytes };
  } catch {
    return null;
  }
}
