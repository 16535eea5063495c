import { ProviderAddress } from './market/payments/provider-address.js';
import type { Config } from './platform/config/config.js';
import { logStream } from './platform/console/readable-log.js';
import { type RunningProvider, startProvider } from './provider/server.js';
import { readRetries } from './provider/webhooks/modes.js';

interface Where {
  port: number;
  appUrl: () => string;
}

/** The payment provider in this process, on its own loopback port; null where it is somebody else's. */
export async function startEmbeddedProvider(
  config: Config,
  address: ProviderAddress,
  { port, appUrl }: Where,
): Promise<RunningProvider | null> {
  if (config.env.PROVIDER === 'external') return null;
  const { PROVIDER_RETRY_SECONDS: retries } = config.env;
  const provider = await startProvider({
    dataDir: config.dataDir,
    databaseUrl: config.env.DATABASE_URL,
    port,
    appUrl,
    connectModel: config.env.CONNECT_MODEL,
    ...(retries && { retrySeconds: readRetries(retries) }),
    log: { level: config.logLevel, stream: logStream() },
  });
  address.port = provider.port;
  return provider;
}
