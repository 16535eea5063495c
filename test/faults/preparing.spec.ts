import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closePlace, cutPower, openPlace, type Place, startAgain, untilNone } from '../support/place.js';
import { type SmallClass, smallClassAt } from '../support/small-class.js';
import { tap, tapOf } from '../support/taps.js';
import type { Visitor } from '../support/visitor.js';

const run = promisify(execFile);

/** A learner's shop has sold for three weeks before she comes; the power goes while that past is being prepared. */
describe('kill -9 while a market is being prepared', () => {
  let place: Place;
  let group: SmallClass;
  let learner: Visitor;

  beforeAll(async () => {
    place = await openPlace('preparing');
    group = await smallClassAt(place.app.url, 'ดวงใจ สายน้ำ');
    learner = await group.join('ดวงใจ สายน้ำ');
    const { trainer, path } = group;
    await trainer.visit(path);
    await trainer.press('มอบหมายแบบฝึก');
    await trainer.press('ต่อไป', { exercise: 'close-the-week', mode: 'practice', closes: '' });
    await trainer.press('มอบหมายเลย');
  });
  afterAll(() => closePlace(place));

  const market = async () =>
    (
      await place.raw.ask<{ id: string; generation: number }>(`SELECT s."id", s."generation" FROM "sandbox" s
        JOIN "attempt" a ON a."sandboxId" = s."id" ORDER BY s."createdAt" DESC LIMIT 1`)
    )[0];
  const acts = async () => Number((await place.raw.ask<{ n: string }>(`SELECT COUNT(*) AS n FROM "act"`))[0]?.n);
  const replayed = async (id: string) => {
    const env = { ...process.env, ...place.settings, PORT: '0', PROVIDER_PORT: '0' };
    const { stdout } = await run(process.execPath, ['dist/replay-cli.js', id], { env }).catch((failed) => failed);
    return JSON.parse(stdout);
  };

  it('leaves a past that broke off, and the next tap begins it anew and ends it', async () => {
    const before = await acts();
    await learner.visit('/home');
    const begin = tapOf(learner, 'เริ่มทำ');
    const cut = tap(begin);
    // Named, stocked, and in the middle of its sales.
    await untilNone(async () => ((await acts()) > before + 40 ? [] : ['too little happened']), 30);
    await cutPower(place);
    expect((await cut).status).toBe(0);
    const broken = await market();
    await startAgain(place);
    // What is younger might still be under way in another process.
    const longAgo = new Date(Date.now() - 60_000).toISOString();
    await place.raw.ask(`UPDATE "sandbox" SET "createdAt" = '${longAgo}' WHERE "id" = '${broken?.id}'`);
    await learner.visit('/home');
    await learner.press('ทำต่อ');
    expect(learner.page.status).toBe(200);
    expect(await market()).toMatchObject({ id: broken?.id, generation: Number(broken?.generation) + 1 });
    await learner.visit(`/m/${broken?.id}/money/cod`);
    const text = learner.page.$('main').text().replace(/\s+/g, ' ');
    expect([text.match(/เก็บเงินแล้วเมื่อ/g)?.length, text.match(/ยังไม่เก็บเงิน/g)?.length]).toEqual([3, 1]);
  });

  it('gives what a market has that was never cut: its acts, replayed, lead to the same', async () => {
    const { id = '' } = (await market()) ?? {};
    expect(await replayed(id)).toMatchObject({ market: id, equal: true });
    const before = await acts();
    await learner.visit('/home');
    await learner.press('ทำต่อ');
    expect([learner.page.status, await acts()]).toEqual([200, before]);
  });
});
