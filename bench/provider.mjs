/**
 * `npm run bench:provider`: a card payment created and confirmed in one request with an idempotency key, as markets do it, against a
 * bare server that writes the same rows. The two take turns in one run, since a machine is never equally fast twice. JSON out; the aim
 * is a ratio of 0.4, with 300 a second and 99 in 100 within 100 ms.
 */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Database from 'better-sqlite3';
import { inFolder, median, processorMs, rounded, startServer, stopServer } from './app.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const SECONDS = Number(process.env.SECONDS ?? 3);

const FORM =
  'amount=125000&currency=thb&payment_method=pm_card_visa&confirm=true&metadata[payment]=pay_k3x9abcd.1.42&description=42';

const headersOf = (key) => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/x-www-form-urlencoded',
  'idempotency-key': randomBytes(12).toString('hex'),
});

async function load(server, key) {
  const { url } = server;
  const before = processorMs(server);
  const result = await autocannon({
    url: `${url}/v1/payment_intents`,
    connections: 10,
    duration: SECONDS,
    requests: [{ method: 'POST', body: FORM, setupRequest: (request) => ({ ...request, headers: headersOf(key) }) }],
  });
  if (result.non2xx || result.errors) throw new Error(`${url} failed ${result.non2xx + result.errors} times`);
  const { total } = result.requests;
  const processor = before === null ? null : (processorMs(server) - before) / total;
  return { perSecond: total / result.duration, p99: result.latency.p99, processor };
}

/** What the provider writes for one payment, and into what. */
async function sampleOf({ url }, folder) {
  const key = 'sk_test_sample';
  const answer = await fetch(`${url}/v1/payment_intents`, { method: 'POST', body: FORM, headers: headersOf(key) });
  const db = new Database(join(folder, 'provider.sqlite'), { readonly: true });
  const schema = db
    .prepare(`SELECT "type", "name", "sql" FROM "sqlite_master" WHERE "sql" IS NOT NULL AND "name" <> 'migrations'`)
    .all();
  const tables = schema.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'));
  const rows = tables
    .filter(({ name }) => name !== 'account')
    .flatMap(({ name }) =>
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => ({ table: name, row })),
    );
  db.close();
  const file = join(folder, 'sample.json');
  const indexes = schema.filter(({ type }) => type === 'index');
  writeFileSync(file, JSON.stringify({ tables, indexes, rows, answer: await answer.json() }));
  return { file, rows: rows.length };
}

await inFolder(async (folder) => {
  const settings = { DATA_DIR: folder, DATABASE_URL: '', PROVIDER_PORT: '0', APP_URL: '' };
  const provider = await startServer('dist/provider/main.js', folder, settings);
  const sample = await sampleOf(provider, folder);
  const bare = await startServer('bench/bare/provider.mjs', folder, { DATA_DIR: folder, SAMPLE: sample.file });
  try {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const key = `sk_test_${randomBytes(12).toString('hex')}`;
      const both = { bare: await load(bare, key), provider: await load(provider, key) };
      // The first round only warms them up.
      if (round > 0) rounds.push({ ...both, ratio: both.provider.perSecond / both.bare.perSecond });
    }
    const middle = (value) => median(rounds.map(value));
    const report = {
      bench: 'provider',
      node: process.version,
      rounds: rounds.map(({ ratio }) => rounded(ratio, 3)),
      ratio: rounded(
        middle(({ ratio }) => ratio),
        3,
      ),
      providerPerSecond: rounded(
        middle((round) => round.provider.perSecond),
        0,
      ),
      barePerSecond: rounded(
        middle((round) => round.bare.perSecond),
        0,
      ),
      providerP99Ms: rounded(
        middle((round) => round.provider.p99),
        1,
      ),
      bareP99Ms: rounded(
        middle((round) => round.bare.p99),
        1,
      ),
      processorRatio: rounded(
        middle((round) => round.bare.processor / round.provider.processor),
        3,
      ),
      providerProcessorMs: rounded(
        middle((round) => round.provider.processor),
        2,
      ),
      rowsAPayment: sample.rows,
      aim: { ratio: 0.4, perSecond: 300, p99Ms: 100 },
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await stopServer(bare);
    await stopServer(provider);
  }
});
