import { spawn } from 'node:child_process';
import { OperatorProblem } from '../console/command.js';

/** Runs `pg_dump` or `pg_restore` against the database; the password goes by the environment, since anybody may list commands. */
export async function runTool(tool: 'pg_dump' | 'pg_restore', url: string, args: readonly string[]): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const env = { ...process.env, ...(password && { PGPASSWORD: password }) };
  const child = spawn(tool, [`--dbname=${address.href}`, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', () => reject(new OperatorProblem('tool_missing', { tool })));
    child.once('close', resolve);
  });
  if (code !== 0) throw new OperatorProblem('tool_failed', { tool, said: said.trim().slice(0, 600) });
}
