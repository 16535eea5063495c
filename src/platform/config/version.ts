import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);

export interface Version {
  version: string;
  /** The commit that was built, where it was built in a checkout. */
  commit: string | null;
}

export function appVersion(): Version {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
  const built = new URL('dist/commit', root);
  return { version, commit: (existsSync(built) && readFileSync(built, 'utf8').trim()) || null };
}
