process.env.TZ = 'UTC';

import { CONNECT_MODELS } from './rules/connect.js';
import { startProvider } from './server.js';
import { readRetries } from './webhooks/modes.js';

/** `npm run provider`: the payment provider by itself, on 127.0.0.1:PROVIDER_PORT (12500). */
async function main(): Promise<void> {
  const { APP_URL, CONNECT_MODEL, DATABASE_URL, DATA_DIR = './data', LOG_LEVEL, PROVIDER_PORT = '12500' } = process.env;
  const { PROVIDER_RETRY_SECONDS } = process.env;
  const connectModel = CONNECT_MODELS.find((model) => model === (CONNECT_MODEL || 'platform_split'));
  if (!connectModel) throw new Error(`Setting CONNECT_MODEL: must be one of ${CONNECT_MODELS.join(', ')}.`);
  const running = await startProvider({
    dataDir: DATA_DIR,
    port: Number(PROVIDER_PORT),
    connectModel,
    ...(APP_URL && { appUrl: APP_URL }),
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    ...(PROVIDER_RETRY_SECONDS && { retrySeconds: readRetries(PROVIDER_RETRY_SECONDS) }),
    ...(LOG_LEVEL && { log: { level: LOG_LEVEL } }),
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
  process.stdout.write(`provider listening on http://127.0.0.1:${running.port}\n`);
}

main().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`);
  process.exit(1);
});
