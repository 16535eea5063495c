import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, through } from '../support/assessing.js';
import { tapped } from '../support/card-pictures.js';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { Visitor } from '../support/visitor.js';

let settings: Awaited<ReturnType<typeof ownDatabase>>;
let app: Awaited<ReturnType<typeof startApp>>;
let raw: Raw;
let admin: Visitor;
let assessor: Visitor;
let round: string;
let code: string;

const text = ({ page }: Visitor) => page.$('main').text().replace(/\s+/g, ' ');
const path = (visitor: Visitor) => new URL(visitor.page.path, app.url).pathname;

beforeAll(async () => {
  settings = await ownDatabase('public_round');
  raw = await openRaw(settings);
  app = await startApp(settings);
  admin = new Visitor(app.url);
  await admin.visit('/staff');
  await admin.press('เข้าระบบ', { email: 'admin@taladlab.example', password: PASSWORD });
  assessor = await through(app.url, 'ลองเป็นผู้ประเมิน');
  await admin.visit('/rounds/new');
  const wanted = { name: 'รอบเปิดธันวาคม', unit: 'ECU03', kind: 'public', place: 'ศาลากลาง', appealDays: '15' };
  await admin.pressIn('/rounds', { ...wanted, opens: '2569-11-01T08:00', closes: '2579-12-31T18:00' });
  round = path(admin);
  await admin.visit(`${round}/door`);
  code = admin.page.$('.class-code').text();
});
afterAll(async () => {
  await stopApp(app);
  await raw.close();
  await dropDatabase(settings);
});

async function open(): Promise<void> {
  await admin.visit(`${round}/blueprint`);
  const form = admin.page.$('input[name=code][value=shop-ready]').closest('form');
  // Each exercise has a form of its own that goes to the same address.
  form.attr('action', `${round}/exercises#shop-ready`);
  await admin.pressIn(`${round}/exercises#shop-ready`, { times: '1' });
  await admin.visit(round);
  await admin.pressIn(`${round}/pass-mark`, { percent: '50', reason: 'รอบแรกของศูนย์' });
  await assessor.visit(round);
  await assessor.press('อนุมัติร้อยละ 50', { approvalReason: 'เหมาะกับรอบแรก' });
  await admin.visit(round);
  expect((await admin.press('เปิดรอบนี้')).status).toBe(422);
  expect(text(admin)).toContain('รอบนี้จะตัดสินไม่ได้ แก้ผังก่อน');
  await admin.press('เปิดรอบนี้', { knows: 'yes' });
}

describe('the direct door of a public round', () => {
  it('is shut until the round opens', async () => {
    const somebody = new Visitor(app.url);
    await somebody.visit('/apply');
    expect((await somebody.press('หารอบ', { code })).status).toBe(422);
    expect(text(somebody)).toContain('ไม่มีรอบที่เปิดอยู่ด้วยรหัสนี้');
  });

  it('shows an administrator its code and a QR that leads there', async () => {
    await open();
    await admin.visit(`${round}/door`);
    expect(admin.page.$('.scan-me svg')).toHaveLength(1);
    expect(admin.page.$('a.link[href*="/apply?code="]').attr('href')).toContain(code);
  });

  it('gives somebody without a class a card of three pictures, by which she comes in and finds her plan', async () => {
    const mali = new Visitor(app.url);
    await mali.visit(`/apply?code=${code.toUpperCase()}`);
    expect(text(mali)).toContain('รอบเปิดธันวาคม');
    expect((await mali.press('สมัคร', { name: 'มา' })).status).toBe(422);
    await mali.press('สมัคร', { name: 'มาลี ใจงาม' });
    const pictures = mali.page
      .$('ol li span')
      .map((_i, each) => mali.page.$(each).text())
      .get();
    expect(pictures).toHaveLength(3);
    await mali.press('เข้าด้วยสามรูปนี้');
    await mali.press('เข้าเรียน', tapped(mali, pictures));
    await mali.press('เข้าใจแล้ว');
    await mali.visit('/home');
    await mali.press('อ่านแผนและลงชื่อ');
    expect(path(mali)).toMatch(/^\/assessments\//);
    expect(text(mali)).toContain('ศาลากลาง');
    await admin.visit(round);
    expect(text(admin)).toContain('มาลี ใจงาม');
  });

  it('refuses a name that is there, so that no two cards are mistaken for each other', async () => {
    const other = new Visitor(app.url);
    await other.visit(`/apply?code=${code}`);
    const { status, $ } = await other.press('สมัคร', { name: 'มาลี  ใจงาม' });
    expect(status).toBe(422);
    expect($('input[name=name]').val()).toBe('มาลี  ใจงาม');
    expect(text(other)).toContain('มีชื่อนี้ในรอบแล้ว');
    expect(await raw.ask(`SELECT 1 FROM "application"`)).toHaveLength(1);
  });

  it('takes a learner of the centre as herself, once', async () => {
    const learner = await through(app.url, 'ลองเป็นผู้เรียน');
    await learner.visit(`/apply?code=${code}`);
    const before = learner.page;
    await learner.press('สมัครในชื่อ บุญมี ศรีทอง');
    const own = path(learner);
    expect(own).toMatch(/^\/assessments\//);
    learner.page = before;
    await learner.press('สมัครในชื่อ บุญมี ศรีทอง');
    expect(path(learner)).toBe(own);
    expect(await raw.ask(`SELECT 1 FROM "application"`)).toHaveLength(2);
  });

  it("keeps one candidate's assessment from another, and from another centre's staff", async () => {
    const [hers] = await raw.ask<{ id: string }>(
      `SELECT a."id" FROM "application" a JOIN "person" p ON p."id" = a."learnerId" WHERE p."displayName" = 'มาลี ใจงาม'`,
    );
    const learner = await through(app.url, 'ลองเป็นผู้เรียน');
    expect((await learner.visit(`/assessments/${hers?.id}`)).status).toBe(404);
    await raw.insert('centre', { id: 'cen_other', name: 'ศูนย์อื่น' });
    await raw.ask(`UPDATE "person" SET "centreId" = 'cen_other' WHERE "email" = 'assessor@taladlab.example'`);
    expect((await assessor.visit(round)).status).toBe(404);
    expect((await assessor.visit(`${round}/applications/${hers?.id}/decision`)).status).toBe(404);
  });
});
