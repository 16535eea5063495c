/**
 * The baseline of payments: node:http and better-sqlite3 with nothing in between. It writes the rows that the provider wrote for
 * one payment, under new ids, into tables of the same form, in one transaction a request, and answers the provider's own answer.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const { tables, indexes, rows, answer } = JSON.parse(readFileSync(process.env.SAMPLE, 'utf8'));
const db = new Database(join(process.env.DATA_DIR, 'bare.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
for (const { sql } of [...tables, ...indexes]) db.exec(sql);

// What falls due for the account as a whole is one row, written anew by each payment.
const statements = new Map();
const insert = (table, row) => {
  const names = Object.keys(row);
  const known = statements.get(table) ?? {
    names,
    run: db.prepare(
      `INSERT OR REPLACE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ),
  };
  statements.set(table, known);
  known.run.run(known.names.map((name) => row[name]));
};

const newId = (id) => `${id.slice(0, id.indexOf('_') + 1)}${randomBytes(12).toString('hex')}`;

/** Every id gets a new value wherever it stands as a column; the rest of a row is written as it was. */
function renewed() {
  const names = new Map([['order', randomBytes(12).toString('hex')]]);
  for (const { row } of rows) if (row.id) names.set(row.id, newId(row.id));
  return rows.map(({ table, row }) => ({
    table,
    row: Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (name === 'body') return [name, JSON.stringify(JSON.parse(value))];
        return [name, names.get(name === 'key' ? 'order' : value) ?? value];
      }),
    ),
  }));
}

const pay = db.transaction(() => {
  for (const { table, row } of renewed()) insert(table, row);
});

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(parts).toString('utf8'));
    pay.immediate();
    const body = JSON.stringify({ ...answer, amount: Number(form.get('amount')) });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`Bare is at http://localhost:${server.address().port}\n`));
