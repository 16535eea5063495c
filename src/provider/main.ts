process.env.TZ = 'UTC';

import { startProvider } from './server.js';

/** `npm run provider`: the payment provider by itself, on 127.0.0.1:PROVIDER_PORT (12500). */
async function main(): Promise<void> {
  const { APP_URL, DATABASE_URL, DATA_DIR = './data', LOG_LEVEL, PROVIDER_PORT = '12500' } = process.env;
  const running = await startProvider({
    dataDir: DATA_DIR,
    port: Number(PROVIDER_PORT),
    ...(APP_URL && { appUrl: APP_URL }),
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
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
