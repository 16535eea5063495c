import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { DemoRemoval, type DemoSurvey } from './demo/removal/demo-removal.service.js';
import { ProviderAddress } from './market/payments/provider-address.js';
import { Config } from './platform/config/config.js';
import { OperatorProblem, runCommand, type Tell } from './platform/console/command.js';
import { Database } from './platform/database/database.js';
import { appIsRunning } from './platform/database/running-app.js';
import { startEmbeddedProvider } from './start-provider.js';

/** `npm run demo:remove [-- --yes] [--everyone]`: says what the demo is, and with --yes takes it away. */
await runCommand(async (tell) => {
  const { values } = parseArgs({ options: { yes: { type: 'boolean' }, everyone: { type: 'boolean' } } });
  // An empty database would be filled with what is to be removed.
  process.env.SEED_DEMO = 'no';
  // People would go on working with rows that are not there any more.
  if (await appIsRunning(new Config(process.env))) throw new OperatorProblem('app_is_running');
  // The modules expect a server; this one never listens.
  const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false, abortOnError: false });
  await app.init();
  const address = app.get(ProviderAddress, { strict: false });
  const provider = await startEmbeddedProvider(app.get(Config), address, { port: 0, appUrl: () => '' });
  try {
    const removal = app.get(DemoRemoval, { strict: false });
    const demo = await removal.survey();
    if (!demo) return tell('demo_none');
    say(tell, demo);
    if (demo.strangers.length > 0 && !values.everyone)
      throw new OperatorProblem('demo_strangers', { many: demo.strangers.length, names: namesOf(demo) });
    if (!values.yes) return tell('demo_dry_run');
    const { booksLeft } = await removal.remove(demo);
    tell('demo_removed');
    if (booksLeft > 0) tell('demo_books_left', { booksLeft });
  } finally {
    await app.close();
    await app.get(Database).close();
    await provider?.close();
  }
});

function say(tell: Tell, { name, people, classes, attempts, submissions, markets }: DemoSurvey): void {
  tell('demo_is', { name, people, classes, attempts, submissions, markets });
}

/** Enough of them to know who they are. */
function namesOf({ strangers }: DemoSurvey): string {
  return strangers.slice(0, 5).join(', ') + (strangers.length > 5 ? ' …' : '');
}
