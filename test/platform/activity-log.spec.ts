import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { openRaw, type Raw } from '../support/raw-database.js';
import { verifyLog as verify } from '../support/verify-log.js';

describe('the activity log of a seeded database', () => {
  let settings: Awaited<ReturnType<typeof ownDatabase>>;
  let raw: Raw;
  let chain: string;
  let last: number;
  let kept: Array<Record<string, unknown>>;

  beforeAll(async () => {
    settings = await ownDatabase('activity_log');
    raw = await openRaw(settings);
    const [head] = await raw.ask<{ chain: string; seq: number }>(
      'SELECT "chain", "seq" FROM "activity_head" ORDER BY "seq" DESC',
    );
    ({ chain, seq: last } = head as { chain: string; seq: number });
  });
  afterAll(async () => {
    await raw.close();
    await dropDatabase(settings);
  });

  beforeEach(async () => {
    kept = await raw.ask(`SELECT * FROM "activity_event" WHERE "chain" = '${chain}' AND "seq" IN (9, 10, ${last})`);
  });
  afterEach(async () => {
    await raw.ask(`DELETE FROM "activity_event" WHERE "chain" = '${chain}' AND "seq" IN (9, 10, ${last}, ${last + 1})`);
    for (const row of kept) await raw.insert('activity_event', row);
  });

  const alter = (seq: number, set: string) =>
    raw.ask(`UPDATE "activity_event" SET ${set} WHERE "chain" = '${chain}' AND "seq" = ${seq}`);
  const broken = (seq: number) => `${chain} row ${seq}: `;

  it('is whole, and checking it changes nothing', () => {
    expect(last).toBeGreaterThan(100);
    expect(verify(settings)).toEqual({ code: 0, said: expect.stringMatching(/chains checked, 0 broken\n$/) });
  });

  it.each([
    ['actor', `"actor" = 'somebody'`],
    ['wall time', `"wallAt" = '2020-01-01T00:00:00.000Z'`],
    ['payload', `"payload" = '{"price":1}'`],
    ['market time', `"marketAt" = NULL`],
  ])('names a row in the middle whose %s was altered', async (_what, set) => {
    await alter(9, set);
    const { code, said } = verify(settings);
    expect(code).toBe(1);
    expect(said).toContain(broken(9));
  });

  it('names the last row when that was altered', async () => {
    await alter(last, `"type" = 'nothing.happened'`);
    expect(verify(settings).said).toContain(broken(last));
  });

  it.each(['middle', 'end'])('names the place of a row that was deleted at the %s', async (where) => {
    const seq = where === 'middle' ? 9 : last;
    await raw.ask(`DELETE FROM "activity_event" WHERE "chain" = '${chain}' AND "seq" = ${seq}`);
    expect(verify(settings)).toEqual({ code: 1, said: expect.stringContaining(broken(seq)) });
  });

  it('names the first of two rows that were swapped', async () => {
    await alter(9, '"seq" = -1');
    await alter(10, '"seq" = 9');
    await alter(-1, '"seq" = 10');
    expect(verify(settings).said).toContain(broken(9));
  });

  it('names a row that was put in the place of another, and one after the end', async () => {
    const model = kept.find((row) => row.seq === last) as Record<string, unknown>;
    await raw.insert('activity_event', { ...model, seq: last + 1, previousHash: model.hash });
    expect(verify(settings).said).toContain(broken(last + 1));
    await raw.ask(`DELETE FROM "activity_event" WHERE "chain" = '${chain}' AND "seq" IN (10, ${last + 1})`);
    await raw.insert('activity_event', { ...model, seq: 10 });
    expect(verify(settings).said).toContain(broken(10));
  });

  it('names the end of a log whose head was forged', async () => {
    const head = (set: string) => raw.ask(`UPDATE "activity_head" SET ${set} WHERE "chain" = '${chain}'`);
    const hash = kept.find((row) => row.seq === last)?.hash;
    await head(`"hash" = '${'f'.repeat(64)}'`);
    expect(verify(settings)).toEqual({ code: 1, said: expect.stringContaining(broken(last + 1)) });
    await head(`"hash" = '${hash}', "seq" = ${last - 1}`);
    expect(verify(settings).said).toContain(broken(last));
    await head(`"seq" = ${last + 1}`);
    expect(verify(settings).said).toContain(broken(last + 1));
    await head(`"seq" = ${last}`);
    expect(verify(settings).code).toBe(0);
  });

  it('names a log that was removed, and one whose head was', async () => {
    const [other] = await raw.ask<{ chain: string; seq: number; hash: string }>(
      `SELECT * FROM "activity_head" WHERE "chain" <> '${chain}' AND "seq" < 500 ORDER BY "seq" DESC`,
    );
    if (!other) throw new Error('There is no second log.');
    const rows = await raw.ask(`SELECT * FROM "activity_event" WHERE "chain" = '${other.chain}'`);
    await raw.ask(`DELETE FROM "activity_head" WHERE "chain" = '${other.chain}'`);
    expect(verify(settings)).toEqual({ code: 1, said: expect.stringContaining(`${other.chain} row 1: `) });
    await raw.insert('activity_head', other);
    await raw.ask(`DELETE FROM "activity_event" WHERE "chain" = '${other.chain}'`);
    expect(verify(settings)).toEqual({ code: 1, said: expect.stringContaining(`${other.chain} row 1: `) });
    for (const row of rows) await raw.insert('activity_event', row);
    expect(verify(settings).code).toBe(0);
  });

  it('lets retention blank a payload', async () => {
    await alter(9, '"payload" = NULL');
    expect(verify(settings).code).toBe(0);
  });
});
