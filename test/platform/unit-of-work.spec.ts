import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ProviderAddress } from '../../dist/market/payments/provider-address.js';
import { ProviderClient } from '../../dist/market/payments/provider-client.service.js';
import { Acts } from '../../dist/market/sandboxes/acts.service.js';
import { ActivityLog } from '../../dist/platform/activity/activity-log.js';
import { Config } from '../../dist/platform/config/config.js';
import { DatabaseBusy } from '../../dist/platform/database/busy.js';
import { openDatabase } from '../../dist/platform/database/data-source.js';
import { type Database, InsideUnitOfWork, OutsideUnitOfWork } from '../../dist/platform/database/database.js';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the unit of work', () => {
  let settings: Awaited<ReturnType<typeof ownDatabase>>;
  let db: Database;

  beforeAll(async () => {
    settings = await ownDatabase('unit_of_work');
    // The smallest pool: a transaction that quietly took a second connection would hang here.
    db = await openDatabase(new Config({ ...settings, DATABASE_POOL: '2' }));
    await db.writer.query('CREATE TABLE "scratch" ("id" varchar(40) PRIMARY KEY, "amount" integer NOT NULL)');
  });

  afterAll(async () => {
    await db.writer.destroy();
    await db.reader.destroy();
    await dropDatabase(settings);
  });

  beforeEach(() => db.transaction(() => db.sql`DELETE FROM "scratch"`));

  const put = (id: string, amount = 1) => db.sql`INSERT INTO "scratch" ("id", "amount") VALUES (${id}, ${amount})`;
  const ids = async () => (await db.sql<{ id: string }>`SELECT "id" FROM "scratch" ORDER BY "id"`).map(({ id }) => id);

  it('keeps all of 25 transactions and nothing of 25 that fail beside them', async () => {
    const all = Array.from({ length: 50 }, (_v, i) => String(i).padStart(2, '0'));
    const fails = (id: string) => Number(id) % 2 === 1;
    const ends = await Promise.allSettled(
      all.map((id) =>
        db.transaction(async () => {
          await put(`${id}-first`);
          await pause(Number(id) % 5);
          if (fails(id)) throw new Error('made to fail');
          await put(`${id}-second`);
        }),
      ),
    );
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(25);
    const kept = all.filter((id) => !fails(id)).flatMap((id) => [`${id}-first`, `${id}-second`]);
    expect(await ids()).toEqual(kept);
  });

  it('begins the first transaction of a piece of work with its task, and the next one when the first is undone', async () => {
    await db.beginningWith(
      async () => {
        await put('begun');
      },
      async () => {
        await db.aside(() => db.transaction(() => put('prepared')));
        expect(await ids()).toEqual(['prepared']);
        const failing = db.transaction(async () => {
          expect(await ids()).toEqual(['begun', 'prepared']);
          throw new Error('made to fail');
        });
        await expect(failing).rejects.toThrow('made to fail');
        expect(await ids()).toEqual(['prepared']);
        await Promise.all(['one', 'other'].map((id) => db.transaction(() => put(id))));
      },
    );
    expect(await ids()).toEqual(['begun', 'one', 'other', 'prepared']);
  });

  it('runs anew what another transaction undid, a few times, and says then that the database is busy', async () => {
    const tries = db.postgres ? 4 : 1;
    let run = 0;
    const undone = (times: number) =>
      db.transaction(async () => {
        run += 1;
        await put(`try ${run}`);
        if (run <= times) throw Object.assign(new Error('made to fail'), { code: '40P01' });
      });
    await expect(undone(tries)).rejects.toThrow(DatabaseBusy);
    expect([run, await ids()]).toEqual([tries, []]);
    run = 0;
    await undone(tries - 1);
    expect([run, await ids()]).toEqual([tries, [`try ${tries}`]]);
  });

  it('joins the transaction under way, so that the outer failure undoes the inner work', async () => {
    const outer = db.transaction(async () => {
      await db.transaction(() => put('inner'));
      throw new Error('outer');
    });
    await expect(outer).rejects.toThrow('outer');
    expect(await ids()).toEqual([]);
  });

  it('loses no addition to one number under parallel transactions', async () => {
    await db.transaction(() => put('sum', 0));
    const add = () => db.transaction(() => db.sql`UPDATE "scratch" SET "amount" = "amount" + 1 WHERE "id" = ${'sum'}`);
    await Promise.all(Array.from({ length: 40 }, add));
    expect(await db.sql`SELECT "amount" FROM "scratch"`).toEqual([{ amount: 40 }]);
  });

  it('shows nobody outside what is not yet committed', async () => {
    let seen: string[] = [];
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    let finish = () => {};
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = db.transaction(async () => {
      await put('early');
      written();
      await mayFinish;
    });
    await isWritten;
    seen = await ids();
    finish();
    await work;
    expect(seen).toEqual([]);
    expect(await ids()).toEqual(['early']);
  });

  it('refuses a write outside of one, by the template and by the manager', async () => {
    await expect(put('outside')).rejects.toThrow(/read-?only/i);
    await expect(db.manager.query(`INSERT INTO "scratch" ("id", "amount") VALUES ('x', 1)`)).rejects.toThrow(
      /read-?only/i,
    );
    expect(await ids()).toEqual([]);
  });

  it('refuses a call to the provider inside of one', async () => {
    const calling = db.transaction(async () => db.assertOutside('The payment provider'));
    await expect(calling).rejects.toThrow(InsideUnitOfWork);
    expect(() => db.assertOutside('The payment provider')).not.toThrow();
  });

  it('keeps the client of the provider itself outside, and an act of a market too', async () => {
    const config = new Config({ ...settings });
    const client = new ProviderClient(db, config, new ProviderAddress(config), undefined as never);
    const acts = new Acts(db, new ActivityLog(db, 'key'));
    const verb = acts.verb('nothing.done', async () => undefined);
    const key = { providerKey: 'sk_test_1' };
    await expect(db.transaction(async () => client.for(key))).rejects.toThrow(InsideUnitOfWork);
    await expect(db.transaction(() => verb({ sandboxId: 'x', party: 'clock' }, {}))).rejects.toThrow(InsideUnitOfWork);
    expect(client.for(key)).toBeDefined();
  });

  it('undoes the announcer with the listener that fails, however deep it was called', async () => {
    const announce = (listener: () => Promise<void>) => db.transaction(listener);
    const work = db.transaction(async () => {
      await put('announcer');
      await announce(async () => {
        await put('listener');
        throw new Error('the listener failed');
      });
    });
    await expect(work).rejects.toThrow('the listener failed');
    expect(await ids()).toEqual([]);
  });

  it('keeps nothing after a failed statement, even when somebody swallows the failure', async () => {
    const work = db.transaction(async () => {
      await put('first');
      await put('first').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/unique/i);
    expect(await ids()).toEqual([]);
  });

  it('gives each of many transactions its own reads while the pool is the smallest', async () => {
    await db.transaction(() => put('sum', 0));
    const step = () =>
      db.transaction(async () => {
        await db.transaction(() => db.sql`UPDATE "scratch" SET "amount" = "amount" + 1 WHERE "id" = ${'sum'}`);
        const [row] = await db.sql<{ amount: number }>`SELECT "amount" FROM "scratch" WHERE "id" = ${'sum'}`;
        return row?.amount;
      });
    const seen = await Promise.all(Array.from({ length: 30 }, step));
    expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 30 }, (_v, i) => i + 1));
  });

  it('refuses what somebody forgot to await', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await db.transaction(async () => {
      late = pause(20).then(() => put('late'));
    });
    await expect(late).rejects.toThrow(OutsideUnitOfWork);
    expect(await ids()).toEqual([]);
  });

  it('undoes everything when the last task before the commit fails', async () => {
    const work = db.transaction(async () => {
      await put('announced');
      db.beforeCommit(async () => {
        throw new Error('the listener failed');
      });
    });
    await expect(work).rejects.toThrow('the listener failed');
    expect(await ids()).toEqual([]);
  });

  it('tells those who wait only after a commit', async () => {
    const told: string[] = [];
    await db.transaction(async () => db.afterCommit(() => told.push('kept')));
    const undone = db.transaction(async () => {
      db.afterCommit(() => told.push('undone'));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(told).toEqual(['kept']);
  });

  it('goes on after a failed transaction as if it had not been', async () => {
    await expect(db.transaction(() => db.sql`SELECT * FROM "no_such_table"`)).rejects.toThrow();
    await db.transaction(() => put('after'));
    expect(await ids()).toEqual(['after']);
  });
});
