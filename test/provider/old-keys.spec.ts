import { expect, it } from '@jest/globals';
import { openStore } from '../../dist/provider/store/open-store.js';
import { freshKey, refusal, sdk, startProvider, stop } from './world.js';

const HOUR = 3_600_000;

/** Makes the keys of the folder's provider as old as they would be by then. */
async function age(dataDir: string, ms: number): Promise<void> {
  const store = await openStore(
    dataDir,
    process.env.TEST_DATABASE === 'postgres' ? process.env.TEST_DATABASE_URL : undefined,
  );
  await store.write((tx) => tx.sql`UPDATE "idempotency" SET "createdMs" = "createdMs" - ${ms}`);
  await store.close();
}

it('an idempotency key is good for a day, and then as good as new', async () => {
  const key = freshKey();
  const again = { idempotencyKey: 'order:7' };
  const first = await startProvider();
  const made = await sdk(first, key).customers.create({ name: 'มาลี' }, again);

  await age(first.dataDir, 23 * HOUR);
  expect((await sdk(first, key).customers.create({ name: 'มาลี' }, again)).id).toBe(made.id);
  expect((await refusal(sdk(first, key).customers.create({ name: 'มานะ' }, again))).type).toBe(
    'StripeIdempotencyError',
  );

  await age(first.dataDir, HOUR);
  const other = await sdk(first, key).customers.create({ name: 'มานะ' }, again);
  expect(other.name).toBe('มานะ');
  expect((await sdk(first, key).customers.create({ name: 'มานะ' }, again)).id).toBe(other.id);

  await age(first.dataDir, 24 * HOUR);
  await stop(first);
  const second = await startProvider(first.dataDir);
  expect((await sdk(second, key).customers.create({ name: 'มาลี' }, again)).id).not.toBe(made.id);
  await stop(second);
});
