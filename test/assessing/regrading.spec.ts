import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handIn, hired, through } from '../support/assessing.js';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { asking, publishVersion } from '../support/exercise-version.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { verifyLog } from '../support/verify-log.js';
import type { Visitor } from '../support/visitor.js';

let settings: Awaited<ReturnType<typeof ownDatabase>>;
let app: Awaited<ReturnType<typeof startApp>>;
let raw: Raw;
let learner: Visitor;
let trainer: Visitor;
let assessor: Visitor;
let id: string;

beforeAll(async () => {
  settings = await ownDatabase('regrading');
  raw = await openRaw(settings);
  app = await startApp(settings);
  learner = await through(app.url, 'ลองเป็นผู้เรียน');
  trainer = await through(app.url, 'ลองเป็นผู้สอน');
  assessor = await through(app.url, 'ลองเป็นผู้ประเมิน');
  // Two ways to pay are switched on and met; the shop has no category and is not.
  id = await handIn(learner, 'ร้านพร้อมขาย');
});
afterAll(async () => {
  await stopApp(app);
  await raw.close();
  await dropDatabase(settings);
});

const REASON = 'ข้อวิธีรับเงินถามมากขึ้น ตามที่ตกลงกัน';
const text = (visitor: Visitor) => visitor.page.$('main').text().replace(/\s+/g, ' ');

/** Begins a regrade of everything handed in with `from` and waits until it stands there with its differences. */
async function regraded(from: string, reason = REASON): Promise<string> {
  await trainer.visit('/regrades/new');
  await trainer.press('เริ่มตรวจใหม่', { from, reason });
  const path = new URL(trainer.page.path, trainer.base).pathname;
  for (let look = 0; text(trainer).includes('ตรวจแล้ว') && look < 200; look += 1) await trainer.visit(path);
  expect(text(trainer)).toContain('รอคุณตัดสินใจ');
  return path;
}

/** Sends a form of the page before her to another address, as somebody would whose page is old or who tries. */
async function sendTo(visitor: Visitor, action: string): Promise<number> {
  visitor.page.$('main form').first().attr('action', action);
  return (await visitor.pressIn(action)).status;
}

/** Everything that a result rests on, as it lies in the database. */
async function stored(): Promise<string> {
  const tables = ['submission', 'grading_run', 'check_result', 'criterion_result', 'mark', 'override', 'marking'];
  const rows = await Promise.all(tables.map((table) => raw.ask(`SELECT * FROM "${table}" ORDER BY 1, 2`)));
  return JSON.stringify(rows);
}

describe('work that nobody has handed in', () => {
  it('is not graded again, and the page says what to choose instead', async () => {
    await trainer.visit('/regrades/new');
    await trainer.press('เริ่มตรวจใหม่', { from: 'money-arrived@1', reason: REASON });
    expect(trainer.page.status).toBe(409);
    expect(text(trainer)).toContain('เลือกฉบับหรือชั้นเรียนอื่น');
  });
});

describe('a regrade by which somebody falls', () => {
  let path: string;
  let before: string;

  beforeAll(async () => {
    await publishVersion(raw, 'shop-ready@1', 2, asking('payment-methods@1', { methods: 3 }));
    before = await stored();
    path = await regraded('shop-ready@1');
  });

  it('refuses a form without version and reason, and gives it back filled in', async () => {
    await trainer.visit('/regrades/new');
    const { status, $ } = await trainer.pressIn('/regrades', { reason: 'สั้น' }, 'เริ่มตรวจใหม่');
    expect(status).toBe(422);
    expect($('main').text()).toContain('เลือกว่าจะตรวจงานของฉบับไหน');
    expect($('main').text()).toContain('อย่างน้อย 5 ตัวอักษร');
    expect($('textarea[name=reason]').text()).toBe('สั้น');
  });

  it('tells each changed result in a plain sentence', async () => {
    await trainer.visit(path);
    expect(text(trainer)).toContain('1 งาน ผลลดลง');
    expect(text(trainer)).toMatch(/บุญมี ศรีทอง .*จาก “ผ่าน” เป็น “ลองอีกครั้ง”/);
  });

  it('has changed nothing that anybody sees', async () => {
    await learner.visit(`/submissions/${id}`);
    expect(text(learner)).toContain('เปิดรับเงิน 2 วิธี');
    expect(text(learner)).not.toContain('ตรวจงาน');
  });

  it('is not applied before a second person agreed, and not by the one who began it', async () => {
    await trainer.visit(path);
    expect(trainer.page.$(`form[action="${path}/application"]`)).toHaveLength(0);
    expect(await sendTo(trainer, `${path}/approval`)).toBe(403);
    await trainer.visit(path);
    expect(await sendTo(trainer, `${path}/application`)).toBe(409);
  });

  it('leaves everything to the byte as it was when it is cancelled', async () => {
    const page = await trainer.visit(path);
    await trainer.press('ยกเลิก คงผลเดิมทุกคน');
    expect(await stored()).toBe(before);
    trainer.page = page;
    expect(await sendTo(trainer, `${path}/application`)).toBe(409);
  });

  it("is another centre's business to nobody", async () => {
    await raw.insert('centre', { id: 'cen_other', name: 'ศูนย์อื่น' });
    const stranger = await hired(raw, app.url, { email: 'far@taladlab.example', name: 'คนไกล', centreId: 'cen_other' });
    expect((await stranger.visit(path)).status).toBe(404);
  });
});

describe('a regrade that is applied', () => {
  let path: string;
  let applied: Visitor['page'];

  beforeAll(async () => {
    const page = `/assess/submissions/${id}`;
    await assessor.visit(page);
    await assessor.pressIn(`${page}/criteria/ECU03.2.2`, {}, 'เห็นตามเครื่อง');
    const own = { answer: 'met', reasonCode: 'other_right_way', text: 'ร้านของกลุ่มนับว่าครบ' };
    await assessor.pressIn(`${page}/criteria/ECU03.1.1`, own, 'บันทึกคำตอบ');
    path = await regraded('shop-ready@1');
  });

  it('names what a person judged and keeps it', async () => {
    await trainer.visit(path);
    expect(text(trainer)).toMatch(/ผู้ประเมิน อาจารย์วิภา ตรงดี ตัดสินเองไว้แล้ว คงตามนั้น .*: ผ่าน/);
  });

  it('waits for a colleague who looked at the list, once', async () => {
    await assessor.visit(path);
    const form = assessor.page;
    await assessor.press('ดูแล้ว เห็นชอบให้ลดได้');
    expect(text(assessor)).toContain('เห็นชอบโดย อาจารย์วิภา ตรงดี');
    assessor.page = form;
    expect((await assessor.press('ดูแล้ว เห็นชอบให้ลดได้')).status).toBe(200);
  });

  it('counts at once, and the learner reads what changed and why', async () => {
    applied = await trainer.visit(path);
    await trainer.press('ใช้ผลใหม่');
    await learner.visit(`/submissions/${id}`);
    expect(text(learner)).toContain('ต้องมีอย่างน้อย 3 วิธี');
    for (const there of [`/submissions/${id}`, '/home']) {
      await learner.visit(there);
      expect(text(learner)).toContain(`เพราะ ${REASON}`);
      expect(text(learner)).toMatch(/จาก “ผ่าน” เป็น “ลองอีกครั้ง”/);
    }
  });

  it('takes back what an assessor had agreed with and leaves what she judged of her own', async () => {
    await assessor.visit(`/assess/submissions/${id}`);
    const missing = assessor.page
      .$('main > section')
      .first()
      .find('li a')
      .map((_i, link) => assessor.page.$(link).text())
      .get();
    expect(missing).toContain('ECU03.2.2');
    expect(missing).not.toContain('ECU03.1.1');
  });

  it('ends once, and stands in the log with who began, agreed and applied', async () => {
    trainer.page = applied;
    expect(await sendTo(trainer, `${path}/cancellation`)).toBe(409);
    const told = await raw.ask<{ type: string }>(
      `SELECT "type" FROM "activity_event" WHERE "objectId" = '${path.split('/').at(-1)}' ORDER BY "seq"`,
    );
    expect(told.map(({ type }) => type)).toEqual(['regrade.begun', 'regrade.approved', 'regrade.applied']);
    expect(verifyLog(settings).code).toBe(0);
  });

  it('is refused when another was applied since it was held against the results', async () => {
    await publishVersion(raw, 'shop-ready@1', 3, asking('payment-methods@1', { methods: 1 }));
    const early = await regraded('shop-ready@1');
    const late = await regraded('shop-ready@1');
    await trainer.visit(early);
    await trainer.press('ใช้ผลใหม่');
    await trainer.visit(late);
    await trainer.press('ใช้ผลใหม่');
    expect(trainer.page.status).toBe(409);
    expect(text(trainer)).toContain('ยกเลิกแล้วเริ่มตรวจใหม่อีกครั้ง');
  });
});

describe('what cannot be trusted', () => {
  it('bars a regrade: work that is not what was handed in', async () => {
    await publishVersion(raw, 'shop-ready@1', 4, asking('payment-methods@1', { methods: 2 }));
    await raw.ask(`UPDATE "submission" SET "sha" = '${'0'.repeat(64)}' WHERE "id" = '${id}'`);
    const path = await regraded('shop-ready@1');
    expect(text(trainer)).toContain(id);
    await trainer.visit(path);
    expect(await sendTo(trainer, `${path}/application`)).toBe(409);
  });
});
