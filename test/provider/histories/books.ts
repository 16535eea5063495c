import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFees } from '../../../src/provider/fee-table.js';
import { ENDPOINTS } from '../../../src/provider/resources/endpoints.js';
import { openAccount } from '../../../src/provider/store/accounts.js';
import { firstDue, strike } from '../../../src/provider/store/dues.js';
import { openStore } from '../../../src/provider/store/open-store.js';
import type { Store, Tx } from '../../../src/provider/store/store.js';
import { HAPPENS } from '../../../src/provider/time/due-kinds.js';
import type { Acting, Changing } from '../../../src/provider/wire/endpoint.js';
import { randomText } from '../../../src/provider/wire/ids.js';
import { readParams } from '../../../src/provider/wire/params.js';
import { Problem } from '../../../src/provider/wire/problem.js';

/** The provider's books without its wire: hundreds of histories in the time of a few requests. */
export const openBooks = (): Promise<Store> =>
  openStore(
    mkdtempSync(join(tmpdir(), 'books-')),
    process.env.TEST_DATABASE === 'postgres' ? process.env.TEST_DATABASE_URL : undefined,
  );

const fees = readFees();
const START = Date.parse('2026-11-24T01:00:00Z') / 1000;

export type Body = Record<string, unknown> & { id: string };

/** One account's books inside a transaction, with a clock of its own. */
export class Books {
  now = START;
  readonly account = `acct_${randomText(16)}`;

  constructor(readonly tx: Tx) {}

  open(): Promise<unknown> {
    return openAccount(this.tx, this.account);
  }

  acting(): Acting {
    const { tx, now } = this;
    const account = { id: this.account, clock: now, faults: [], platform: null, connectModel: null };
    const nobody = () => undefined;
    return {
      db: tx,
      tx,
      account,
      now,
      request: null,
      fees,
      connectModel: 'platform_split',
      appUrl: 'http://practice.test',
      wake: nobody,
      expect: nobody,
    };
  }

  /** Asks an endpoint as the wire would. Null when it refused, which leaves nothing behind. */
  async post(path: string, params: Record<string, unknown> = {}, id = ''): Promise<Body | null> {
    const endpoint = ENDPOINTS.find((one) => one.method === 'POST' && one.path === path);
    if (!endpoint) throw new Error(`There is no ${path}.`);
    return this.attempt((acting) => {
      const call: Changing<unknown> = { ...acting, params: readParams(endpoint.params, params), id, within: '' };
      return endpoint.run(call as Changing<never>);
    });
  }

  async attempt(work: (acting: Acting) => Promise<object>): Promise<Body | null> {
    await this.tx.sql`SAVEPOINT step`;
    try {
      const answer = await work(this.acting());
      return answer instanceof Problem ? null : (answer as Body);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await this.tx.sql`ROLLBACK TO SAVEPOINT step`;
      return null;
    }
  }

  /** Lets time pass, with everything that falls due on the way. */
  async pass(seconds: number): Promise<void> {
    const until = this.now + seconds;
    for (;;) {
      const due = await firstDue(this.tx, [this.account], until, []);
      if (!due) break;
      this.now = Math.max(this.now, due.at);
      await strike(this.tx, due);
      await HAPPENS[due.kind](this.acting(), due.object);
    }
    this.now = until;
  }

  async all(type: string): Promise<Array<{ body: Body; remaining: number }>> {
    const rows = await this.tx.sql<{ body: string; remaining: string | number | null }>`
      SELECT "body", "remaining" FROM "object" WHERE "account" = ${this.account} AND "type" = ${type} ORDER BY "seq"`;
    return rows.map((row) => ({ body: JSON.parse(row.body) as Body, remaining: Number(row.remaining ?? 0) }));
  }
}
