import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { Visitor } from '../support/visitor.js';

interface Receipt {
  chain: string;
  seq: number;
  hash: string;
  signature: string;
}

/** Opens a shop in a preview of an exercise and hands in: what the receipt says. */
async function handIn(base: string): Promise<string> {
  const me = new Visitor(base);
  await me.visit('/');
  await me.press('ลองเป็นผู้สอน');
  await me.visit('/exercises');
  await me.pressIn('/exercises/first-sale/preview', { seed: 'receipt' });
  const attempt = new URL(me.page.path, base).pathname;
  const market = /\/m\/([a-z0-9]+)/.exec(me.page.html)?.[1];
  await me.visit(`/m/${market}/shop/profile`);
  await me.press('บันทึก', { name: 'ร้านใบรับ', description: 'ของทำเองส่งทุกวัน' });
  await me.visit(attempt);
  const { $ } = await me.pressIn(`${attempt}/submission`);
  return $('main').text();
}

describe('the signed head of a market, given at hand-in', () => {
  let settings: Awaited<ReturnType<typeof ownDatabase>>;
  let raw: Raw;
  let said: string;
  let receipt: Receipt;

  beforeAll(async () => {
    settings = await ownDatabase(`signed_heads${process.env.JEST_WORKER_ID}`);
    const app = await startApp(settings);
    said = await handIn(app.url).finally(() => stopApp(app));
    raw = await openRaw(settings);
    [receipt] = (await raw.ask<Receipt>('SELECT * FROM "signed_head"')) as [Receipt];
  });
  afterAll(async () => {
    await raw?.close();
    await dropDatabase(settings);
  });

  const verify = (): string => {
    const env = { ...process.env, NODE_ENV: 'test', ...settings };
    const { stdout } = spawnSync(process.execPath, ['dist/platform/activity/verify-log-cli.js'], {
      env,
      encoding: 'utf8',
    });
    return stdout;
  };

  it('stands on the receipt, and the log bears it out', () => {
    expect(said).toContain(receipt.hash);
    expect(said).toContain(receipt.signature);
    expect(verify()).toContain('0 broken');
  });

  it('shows that the log was cut behind it, although what is left is whole', async () => {
    const { chain, seq } = receipt;
    const [row] = await raw.ask(`SELECT * FROM "activity_event" WHERE "chain" = '${chain}' AND "seq" = ${seq}`);
    const hash = (row as { previousHash: string }).previousHash;
    await raw.ask(`DELETE FROM "activity_event" WHERE "chain" = '${chain}' AND "seq" = ${seq}`);
    await raw.ask(`UPDATE "activity_head" SET "seq" = ${seq - 1}, "hash" = '${hash}' WHERE "chain" = '${chain}'`);
    const found = verify();
    await raw.insert('activity_event', row as Record<string, unknown>);
    await raw.ask(`UPDATE "activity_head" SET "seq" = ${seq}, "hash" = '${receipt.hash}' WHERE "chain" = '${chain}'`);
    expect(found).toContain(`${chain} row ${seq}: a receipt was given for this row, and it is gone`);
    expect(verify()).toContain('0 broken');
  });

  it('cannot be written anew without the server key', async () => {
    await raw.ask(`UPDATE "signed_head" SET "signature" = 'made-up' WHERE "chain" = '${receipt.chain}'`);
    expect(verify()).toContain(`${receipt.chain} row ${receipt.seq}: its receipt was forged`);
  });
});
