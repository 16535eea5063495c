import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { generationId } from './market/sandboxes/generation.js';
import { Sandboxes } from './market/sandboxes/sandboxes.service.js';
import { Database } from './platform/database/database.js';
import { MarketHash } from './simulation/replay/market-hash.service.js';
import { Replay } from './simulation/replay/replay.service.js';

/** `npm run replay -- k3x9abcd`: does a market's acts again beside it and compares the market hashes; exit 1 when they differ. */
async function main([id]: string[]): Promise<void> {
  if (!id) throw new Error('Which market? Give its id as it stands in its address: npm run replay -- k3x9abcd');
  // The modules expect a server; this one never listens.
  const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false, abortOnError: false });
  await app.init();
  try {
    const { generation } = await app.get(Sandboxes, { strict: false }).get(id);
    const hashes = app.get(MarketHash, { strict: false });
    const hash = await hashes.of(generationId(id, generation));
    const replayed = await hashes.of(await app.get(Replay, { strict: false }).of(id, generation));
    process.stdout.write(`${JSON.stringify({ market: id, hash, replayed, equal: hash === replayed })}\n`);
    process.exitCode = hash === replayed ? 0 : 1;
  } finally {
    await app.close();
    await app.get(Database).close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (problem) {
  process.stderr.write(`${(problem as Error).message}\n`);
  process.exitCode = 1;
}
