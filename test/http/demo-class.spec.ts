import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { through } from '../support/assessing.js';
import { closePlace, openPlace, type Place, startAgain } from '../support/place.js';
import { startApp } from '../support/server.mjs';
import type { Visitor } from '../support/visitor.js';

const text = (visitor: Visitor, selector: string): string[] =>
  visitor.page
    .$(selector)
    .map((_i, each) => visitor.page.$(each).text().replace(/\s+/g, ' ').trim())
    .get();

/** The rows of a class's page of one exercise: who, and what stands beside her name. */
const rows = (trainer: Visitor): Map<string, string> =>
  new Map(
    trainer.page
      .$('.learner-table tbody tr')
      .map((_i, row) => {
        const [name = '', ...told] = trainer.page
          .$(row)
          .find('td')
          .map((_j, cell) => trainer.page.$(cell).text().replace(/\s+/g, ' ').trim())
          .get();
        return [[name, told.join(' | ')] as const];
      })
      .get(),
  );

describe('the class that a newcomer finds', () => {
  let place: Place;
  let trainer: Visitor;
  let assessor: Visitor;

  beforeAll(async () => {
    place = await openPlace('demo_class');
    place.app.child.kill('SIGTERM');
    await new Promise((gone) => place.app.child.once('exit', gone));
    // The first start dies in the middle of somebody's payment, the next one goes on with what it left.
    const cutShort = startApp({ ...place.settings, SEED_DEMO: 'auto', CRASH_AT: 'payment-after-call' });
    await expect(cutShort).rejects.toThrow('before it listened');
    await startAgain(place, { SEED_DEMO: 'auto' });
    trainer = await through(place.app.url, 'ลองเป็นผู้สอน');
    assessor = await through(place.app.url, 'ลองเป็นผู้ประเมิน');
  }, 180_000);
  afterAll(() => closePlace(place));

  it('has twelve learners, some who have not begun, some at work and some who have handed in', async () => {
    await trainer.visit('/classes');
    await trainer.visit(trainer.page.$('main a[href^="/classes/"]').first().attr('href') ?? '');
    await trainer.visit(trainer.page.$('div:has(> h3:contains("ขายครั้งแรก")) > a').attr('href') ?? '');
    const learners = rows(trainer);
    expect(learners.size).toBe(12);
    for (const name of ['บุญมี ศรีทอง', 'สายใจ แก้วงาม', 'นิภาพร แสงจันทร์']) expect(learners.get(name)).toContain('ยังไม่เริ่ม');
    expect(learners.get('มะลิวัลย์ พรมดี')).toContain('เปิดร้าน');
    expect(learners.get('สมพร บัวทอง')).toContain('ใส่จำนวนของที่มี');
    for (const name of ['อรุณี คำแสน', 'จันทร์ฉาย ปัญญา']) expect(learners.get(name)).toContain('แพ็กของ');
    for (const name of ['ทองใบ จันทร์หอม', 'กาญจนา สีดา', 'สุริยา นามวงศ์'])
      expect(learners.get(name)).toContain('11 จาก 11');
    for (const name of ['ประภา ทองสุข', 'วันเพ็ญ ใจดี']) expect(learners.get(name)).toContain('10 จาก 11');
  });

  it('lets each fault be found by the check that it stands for, and by no other', async () => {
    const learners = trainer.page.$('.learner-table a');
    const work = learners.filter((_i, link) => trainer.page.$(link).attr('aria-label')?.includes('ประภา') ?? false);
    await trainer.visit(work.attr('href') ?? '');
    const missed = text(trainer, 'main li').filter((line) => line.includes('ลองอีกครั้ง'));
    expect(missed).toHaveLength(1);
    expect(missed[0]).toContain('รหัสไปรษณีย์');
  });

  it('has five submissions waiting for the assessor, one of them a retake, and three that she has signed', async () => {
    await assessor.visit('/assess');
    const waiting = text(assessor, 'ol.flow > li');
    expect(waiting).toHaveLength(5);
    expect(waiting.filter((line) => line.includes('ทำครั้งที่ 2'))).toEqual([expect.stringContaining('สุริยา')]);
    await assessor.visit('/assess?status=marking_completed');
    expect(text(assessor, 'ol.flow > li')).toHaveLength(3);
  });

  it('opens its learner door on a first sale that nobody has begun, below a result that is signed', async () => {
    const learner = await through(place.app.url, 'ลองเป็นผู้เรียน');
    expect(text(learner, 'h2')).toEqual(['ขายครั้งแรก', 'เงินเข้าจริงไหม', 'ปิดบัญชีสัปดาห์', 'ร้านพร้อมขาย']);
    await learner.press('ดูผล');
    await learner.press('ดูผลจากผู้ประเมิน');
    expect(learner.page.$('main').text()).toContain('ลงชื่อโดย อาจารย์วิภา ตรงดี');
  });

  it('is played once: of every order the money is there, nobody lists twice or has an attempt too many', async () => {
    const now = `JOIN "sandbox" s ON s."kind" = 'attempt' AND x."market" = s."id" || '.' || s."generation"`;
    expect(await place.raw.ask(`SELECT 1 FROM "market_order" x ${now} WHERE x."paymentStatus" <> 'captured'`)).toEqual(
      [],
    );
    expect(
      await place.raw.ask(`SELECT x."market" FROM "product" x ${now} GROUP BY x."market" HAVING COUNT(*) > 1`),
    ).toEqual([]);
    expect(await place.raw.ask('SELECT "id" FROM "attempt"')).toHaveLength(12);
    await startAgainWithNothingToDo(place);
    expect(await place.raw.ask('SELECT "id" FROM "attempt"')).toHaveLength(12);
  });

  it('hangs as a whole below the one centre that is marked as the demo', async () => {
    const outside = await place.raw.ask(`SELECT p."id" FROM "person" p JOIN "centre" c ON c."id" = p."centreId"
      WHERE NOT (c."isDemo" = ${place.postgres ? 'true' : '1'})`);
    expect(outside).toEqual([]);
  });
});

async function startAgainWithNothingToDo(place: Place): Promise<void> {
  place.app.child.kill('SIGTERM');
  await new Promise((gone) => place.app.child.once('exit', gone));
  await startAgain(place, { SEED_DEMO: 'auto' });
}
