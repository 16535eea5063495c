import { ProviderAddress } from './market/payments/provider-address.js';
import type { Config } from './platform/config/config.js';
import { logStream } from './platform/console/readable-log.js';
import { type RunningProvider, startProvider } from './provider/server.js';

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
  const provider = await startProvider({
    dataDir: config.dataDir,
    databaseUrl: config.env.DATABASE_URL,
    port,
    appUrl,
    connectModel: config.env.CONNECT_MODEL,
    log: { level: config.logLevel, stream: logStream() },
  });
  address.port = provider.port;
  return provider;
}
