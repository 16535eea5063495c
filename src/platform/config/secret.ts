import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The server's own key, made at the first start and kept with the data, so that sessions and seeds outlive a restart. */
export function serverSecret(dataDir: string): string {
  const file = fileIn(dataDir);
  if (!existsSync(file)) {
    // `flush`: a key that a power cut takes back would leave every session and receipt behind it void. `wx`: of two processes that start together one makes the key, the other reads it.
    try {
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
    }
  }
  return readFileSync(file, 'utf8');
}

/** The key when there is one: a tool that only looks must not make another. */
export function knownServerSecret(dataDir: string): string | null {
  return existsSync(fileIn(dataDir)) ? readFileSync(fileIn(dataDir), 'utf8') : null;
}

const fileIn = (dataDir: string): string => join(dataDir, 'server.key');
