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

const statements = new Map();
const insert = (table, row) => {
  const names = Object.keys(row);
  const known = statements.get(table) ?? {
    names,
    run: db.prepare(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ),
  };
  statements.set(table, known);
  known.run.run(known.names.map((name) => row[name]));
};

const newId = (id) => `${id.slice(0, id.indexOf('_') + 1)}${randomBytes(12).toString('hex')}`;

/** Keys of the tables get new values; the rest of a row is written as it was. */
const renewed = ({ table, row }) => ({
  table,
  row: {
    ...row,
    ...(row.id && { id: newId(row.id) }),
    ...(row.key && { key: randomBytes(12).toString('hex') }),
    ...(row.body && { body: JSON.stringify(JSON.parse(row.body)) }),
  },
});

const pay = db.transaction(() => {
  for (const { table, row } of rows.map(renewed)) insert(table, row);
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
