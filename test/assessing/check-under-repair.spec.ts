import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handIn, through } from '../support/assessing.js';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import type { Visitor } from '../support/visitor.js';

let settings: Awaited<ReturnType<typeof ownDatabase>>;
let app: Awaited<ReturnType<typeof startApp>>;
let raw: Raw;
let learner: Visitor;
let assessor: Visitor;

beforeAll(async () => {
  settings = await ownDatabase('under_repair');
  raw = await openRaw(settings);
  app = await startApp(settings);
  learner = await through(app.url, 'ลองเป็นผู้เรียน');
  assessor = await through(app.url, 'ลองเป็นผู้ประเมิน');
});
afterAll(async () => {
  await stopApp(app);
  await raw.close();
  await dropDatabase(settings);
});

const PAYMENTS = 'ECU03.2.2';
const text = () => assessor.page.$('main').text().replace(/\s+/g, ' ');
const standing = () => assessor.page.$(`main li:contains("payment-methods@1")`).text().replace(/\s+/g, ' ');
const card = () => assessor.page.$(`article[id="${PAYMENTS}"]`);

/** Agrees with the machine everywhere but at the ways to pay, answers what asks for a person, and signs. */
async function signOverruling(id: string): Promise<void> {
  const page = `/assess/submissions/${id}`;
  const own = { reasonCode: 'machine_misread', text: 'รับเงินสดที่ร้านอย่างเดียว' };
  await assessor.visit(page);
  await assessor.pressIn(`${page}/criteria/${PAYMENTS}`, { answer: 'not_met', ...own }, 'บันทึกคำตอบ');
  const codes = assessor.page
    .$('article')
    .map((_i, each) => assessor.page.$(each).attr('id'))
    .get();
  for (const code of codes.filter((each) => each !== PAYMENTS)) {
    const form = assessor.page.$(`article[id="${code}"]`);
    const accepts = form.find('button:contains("เห็นตามเครื่อง")').length > 0;
    if (accepts) await assessor.pressIn(`${page}/criteria/${code}`, {}, 'เห็นตามเครื่อง');
    else await assessor.pressIn(`${page}/criteria/${code}`, { answer: 'not_attempted' }, 'บันทึกคำตอบ');
  }
  await assessor.pressIn(`${page}/signature`);
  expect(text()).toContain('ลงชื่อโดย');
}

describe('a check that assessors overrule', () => {
  it('has no figures before anybody signed', async () => {
    await assessor.visit('/regrades/checks');
    expect(text()).toContain('ตัวเลขจะขึ้นเมื่อลงชื่องานแรก');
  });

  it('is counted with each signature', async () => {
    await signOverruling(await handIn(learner, 'ร้านพร้อมขาย'));
    await assessor.visit('/regrades/checks');
    expect(standing()).toContain('คนเห็นต่าง 1 จาก 1 ข้อ (100%)');
    expect(standing()).toContain('ข้อมูลยังน้อย');
    expect(standing()).not.toContain('กำลังซ่อม');
  });

  it('only advises once it was overruled too often: a person answers there, without a reason against it', async () => {
    await raw.ask(`UPDATE "check_standing" SET "marks" = 25, "overrides" = 5 WHERE "checkId" = 'payment-methods@1'`);
    await signOverruling(await handIn(learner, 'ร้านพร้อมขาย'));
    await assessor.visit('/regrades/checks');
    expect(standing()).toContain('คนเห็นต่าง 6 จาก 26 ข้อ (23%)');
    expect(standing()).toContain('กำลังซ่อม ให้คนตัดสิน');
    const told = await raw.ask(`SELECT "objectId" FROM "activity_event" WHERE "type" = 'check.put_under_repair'`);
    expect(told).toEqual([{ objectId: 'payment-methods@1' }]);

    const page = `/assess/submissions/${await handIn(learner, 'ร้านพร้อมขาย')}`;
    await assessor.visit(page);
    expect(card().text()).toContain('กำลังซ่อม');
    expect(card().text()).toContain('เปิดรับเงิน 2 วิธี');
    expect(card().find('button:contains("เห็นตามเครื่อง")')).toHaveLength(0);
    await assessor.pressIn(`${page}/criteria/${PAYMENTS}`, { answer: 'met' }, 'บันทึกคำตอบ');
    expect(card().text()).toContain('ผ่าน');
    expect(await raw.ask(`SELECT 1 FROM "override" WHERE "criterion" = '${PAYMENTS}'`)).toHaveLength(2);
  });

  it('is not accepted together with the rest', async () => {
    await assessor.visit(`/assess/submissions/${await handIn(learner, 'ร้านพร้อมขาย')}`);
    await assessor.press('รับรองทั้งหมดที่เหลือ');
    expect(card().find('.badge').first().text()).not.toContain('ผ่าน');
    expect(text()).toContain(PAYMENTS);
  });
});
