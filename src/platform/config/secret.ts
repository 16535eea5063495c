import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The server's own key, made at the first start and kept with the data, so that sessions and seeds outlive a restart. */
export function serverSecret(dataDir: string): string {
  const file = join(dataDir, 'server.key');
  if (!existsSync(file)) {
    // `wx`: of two processes that start together one makes the key, the other reads it.
    try {
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
    }
  }
  return readFileSync(file, 'utf8');
}
