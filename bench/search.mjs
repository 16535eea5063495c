/**
 * `npm run bench:search`: how long a search takes among the goods of 500 sandboxes. The sandboxes and their listings are written in bulk,
 * with the words that the app itself would keep; then the app's own index is asked every query of test/search-pairs.csv. JSON out; the aim
 * is 5 ms. On PostgreSQL with DATABASE_URL, which should be a database of its own.
 */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { SearchIndex } from '../dist/market/catalogue/search-index.service.js';
import { Config } from '../dist/platform/config/config.js';
import { openDatabase } from '../dist/platform/database/data-source.js';
import { inFolder, previewing, rounded, startTheApp, stopServer } from './app.mjs';

const SANDBOXES = Number(process.env.SANDBOXES ?? 500);
const LISTINGS = 8;

const queries = readFileSync(new URL('../test/search-pairs.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0]);

/** Each sandbox lists a few of the edition's goods under its own name, as learners do. */
async function fill(db, index, scope) {
  const goods = await db.sql`SELECT "id", "shopId" FROM "product" WHERE "market" = ${scope[1]} ORDER BY "id"`;
  for (let number = 0; number < SANDBOXES; number += 1) {
    const market = `bench${String(number).padStart(3, '0')}.1`;
    await db.transaction(async () => {
      for (let at = 0; at < LISTINGS; at += 1) {
        const from = goods[(number * LISTINGS + at) % goods.length];
        const id = `prd_${market}.${at}`;
        await db.sql`INSERT INTO "product" ("id", "market", "shopId", "goodsKey", "title", "titleEn", "description", "categoryId", "groupId",
            "attributes", "unit", "status", "lowestPrice", "province", "publishedAt", "createdAt")
          SELECT ${id}, ${market}, "shopId", "goodsKey", "title", "titleEn", "description", "categoryId", "groupId", "attributes", "unit",
            "status", "lowestPrice", "province", "publishedAt", "createdAt" FROM "product" WHERE "id" = ${from.id}`;
        await index.put(market, id);
      }
    });
  }
}

async function timed(index, scope) {
  const times = [];
  for (let round = 0; round < 6; round += 1) {
    for (const query of queries) {
      const from = performance.now();
      await index.find(scope, query);
      // The first round only warms the caches.
      if (round > 0) times.push(performance.now() - from);
    }
  }
  return times.sort((a, b) => a - b);
}

await inFolder(async (folder) => {
  const settings = { DATABASE_URL: process.env.DATABASE_URL ?? '' };
  const app = await startTheApp(folder, settings);
  const { market } = await previewing(app.url);
  await stopServer(app);
  const db = await openDatabase(new Config({ ...settings, DATA_DIR: folder }));
  const index = new SearchIndex(db);
  const [{ editionId }] = await db.sql`SELECT "editionId" FROM "sandbox" WHERE "id" = ${market}`;
  await fill(db, index, [`${market}.1`, `${editionId}.1`]);
  if (db.postgres) await db.writer.query('ANALYZE');
  const times = await timed(index, ['bench042.1', `${editionId}.1`]);
  const [{ n }] = await db.sql`SELECT COUNT(*) AS n FROM "product_search"`;
  const report = {
    bench: 'search',
    database: db.postgres ? 'postgres' : 'sqlite',
    sandboxes: SANDBOXES,
    listings: Number(n),
    searches: times.length,
    medianMs: rounded(times[Math.floor(times.length / 2)]),
    p95Ms: rounded(times[Math.floor(times.length * 0.95)]),
    slowestMs: rounded(times.at(-1)),
    aimMs: 5,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  await db.writer.destroy();
  await db.reader.destroy();
});
