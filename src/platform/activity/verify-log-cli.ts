import 'reflect-metadata';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { knownServerSecret } from '../config/secret.js';
import { Database } from '../database/database.js';
import { noteLogCheck } from './last-log-check.js';
import { brokenChains } from './verify-log.js';

/** `npm run verify-log`: checks every chain read-only and names the first broken row of each; exit 1 when there is one. */
async function main(): Promise<void> {
  const config = new Config(process.env);
  const source = await open(config).initialize();
  const key = knownServerSecret(config.dataDir);
  if (!key) process.stdout.write(`No server.key in ${config.dataDir}: receipts are not checked for forgery.\n`);
  const { chains, broken } = await brokenChains(new Database(source, source), key);
  for (const { chain, seq, reason } of broken) process.stdout.write(`${chain} row ${seq}: ${reason}\n`);
  process.stdout.write(`${chains} chains checked, ${broken.length} broken\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
  await noteLogCheck(config.dataDir, { at: new Date(), chains, broken: broken.length });
  await source.destroy();
}

function open({ env, dataDir }: Config): DataSource {
  if (!env.DATABASE_URL) {
    return new DataSource({ type: 'better-sqlite3', database: join(dataDir, 'taladlab.sqlite'), readonly: true });
  }
  return new DataSource({
    type: 'postgres',
    url: env.DATABASE_URL,
    extra: { options: '-c default_transaction_read_only=on' },
  });
}

try {
  await main();
} catch (problem) {
  process.stderr.write(`${(problem as Error).message}\n`);
  process.exitCode = 1;
}
