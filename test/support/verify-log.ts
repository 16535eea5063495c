import { spawnSync } from 'node:child_process';

/** What `npm run verify-log` says of the database with these settings. */
export function verifyLog(settings: Record<string, string>): { code: number | null; said: string } {
  const env = { ...process.env, NODE_ENV: 'test', ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/platform/activity/verify-log-cli.js'], {
    env,
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
}
