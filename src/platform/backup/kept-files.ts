import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { HALF } from '../files/object-storage.service.js';

export interface KeptFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** Every whole file below a folder, as paths relative to it. One that is just being written is nobody's yet. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(HALF))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Size and hash of a file as it lies on the disk. */
export async function weighed(folder: string, path: string): Promise<KeptFile> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return { path, bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

export async function copyInto(from: string, to: string, path: string): Promise<void> {
  await mkdir(dirname(join(to, path)), { recursive: true });
  await copyFile(join(from, path), join(to, path));
}

/** A backup of before, by what its list says of each file. */
export interface Older {
  folder: string;
  hashes: ReadonlyMap<string, string>;
}

/** Keeps a file that never changes. Where an older backup holds the same one, it gets a second name for it instead of a second copy. */
export async function copyOrShare(from: string, to: string, path: string, older: Older | null): Promise<void> {
  if (!older || !(await isShared(from, to, path, older))) await copyInto(from, to, path);
}

async function isShared(from: string, to: string, path: string, older: Older): Promise<boolean> {
  const known = older.hashes.get(path);
  if (!known || (await weighed(from, path)).sha256 !== known) return false;
  await mkdir(dirname(join(to, path)), { recursive: true });
  try {
    await link(join(older.folder, path), join(to, path));
  } catch {
    // A stick formatted for every machine has no second names, and somebody may have taken the older file away.
    return false;
  }
  if ((await weighed(to, path)).sha256 === known) return true;
  // The older copy has gone bad since: its damage is not passed on.
  await rm(join(to, path));
  return false;
}

/** The files of the list that are missing or hold something else. */
export async function damaged(folder: string, files: readonly KeptFile[]): Promise<string[]> {
  const bad: string[] = [];
  for (const { path, sha256 } of files) {
    const found = await weighed(folder, path).catch(() => null);
    if (found?.sha256 !== sha256) bad.push(path);
  }
  return bad;
}
