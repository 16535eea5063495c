import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { wanting } from './market/ledger/differences.js';
import { Reconciliation } from './market/ledger/reconciliation.service.js';
import { ProviderAddress } from './market/payments/provider-address.js';
import { Sandboxes } from './market/sandboxes/sandboxes.service.js';
import { Config } from './platform/config/config.js';
import { runCommand, type Tell } from './platform/console/command.js';
import { Database } from './platform/database/database.js';
import { startEmbeddedProvider } from './start-provider.js';

const PATIENCE_MS = 2_000;

/** `npm run reconcile [-- k3x9abcd]`: compares the ledger of one market, or of all with money, with the provider's books; exit 1 when they differ. */
await runCommand(async (tell) => {
  process.env.SEED_DEMO = 'no';
  // The modules expect a server; this one never listens.
  const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false, abortOnError: false });
  await app.init();
  const provider = await reached(app.get(Config), app.get(ProviderAddress, { strict: false }));
  try {
    const reconciliation = app.get(Reconciliation, { strict: false });
    const sandboxes = app.get(Sandboxes, { strict: false });
    const wanted = process.argv.slice(2);
    const ids = wanted.length > 0 ? wanted : await reconciliation.withMoney();
    let differing = 0;
    for (const id of ids) differing += await compare(reconciliation, await sandboxes.get(id), tell);
    tell('reconciled', { markets: ids.length, differing });
    process.exitCode = differing > 0 ? 1 : 0;
  } finally {
    await app.close();
    await provider?.close();
    // PostgreSQL's pools would keep the process from ending.
    await app.get(Database).close();
  }
});

/** The running app's provider, or its books opened here while the app is down. */
async function reached(config: Config, address: ProviderAddress): ReturnType<typeof startEmbeddedProvider> {
  const { host, port, protocol } = address;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const isUp = await fetch(`${protocol}://${host}:${port}/health`, { signal }).then(
    async (answer) => {
      await answer.body?.cancel();
      return true;
    },
    () => false,
  );
  return isUp ? null : startEmbeddedProvider(config, address, { port: 0, appUrl: () => '' });
}

/** How many entries of a market differ. */
async function compare(
  reconciliation: Reconciliation,
  sandbox: Awaited<ReturnType<Sandboxes['get']>>,
  tell: Tell,
): Promise<number> {
  const { checked, differences } = await reconciliation.compare(sandbox);
  tell('reconcile_market', { market: sandbox.id, checked, differing: differences.length });
  for (const { kind, key, oursSatang, theirsSatang } of differences)
    tell(`reconcile_${kind}`, { key, ours: oursSatang ?? '-', theirs: theirsSatang ?? '-' });
  return wanting(differences).length;
}
