import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface LogCheck {
  at: Date;
  chains: number;
  broken: number;
}

const fileIn = (dataDir: string): string => join(dataDir, 'last-log-check.json');

/** When somebody last went through the whole log, and what she found. Beside the data: whoever checks has no right to write to them. */
export async function noteLogCheck(dataDir: string, check: LogCheck): Promise<void> {
  const half = `${fileIn(dataDir)}.half-${process.pid}`;
  await writeFile(half, JSON.stringify(check));
  await rename(half, fileIn(dataDir));
}

export async function lastLogCheck(dataDir: string): Promise<LogCheck | null> {
  try {
    const { at, chains, broken } = JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
    return { at: new Date(at), chains, broken };
  } catch {
    return null;
  }
}
