import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handIn, hired, through } from '../support/assessing.js';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { photoFile } from '../support/photo.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import type { Visitor } from '../support/visitor.js';

let settings: Awaited<ReturnType<typeof ownDatabase>>;
let app: Awaited<ReturnType<typeof startApp>>;
let raw: Raw;
let learner: Visitor;
let assessor: Visitor;
let centreId: string;

beforeAll(async () => {
  settings = await ownDatabase('first_marking');
  raw = await openRaw(settings);
  // The demo's class only practises; one of its two exercises becomes an assessment.
  await raw.ask(`UPDATE "assignment" SET "mode" = 'assessment' WHERE "exerciseVersionId" = 'first-sale@1'`);
  [{ centreId }] = (await raw.ask(`SELECT "centreId" FROM "person" WHERE "email" = 'assessor@taladlab.example'`)) as [
    { centreId: string },
  ];
  app = await startApp(settings);
  learner = await through(app.url, 'ลองเป็นผู้เรียน');
  assessor = await through(app.url, 'ลองเป็นผู้ประเมิน');
});
afterAll(async () => {
  await stopApp(app);
  await raw.close();
  await dropDatabase(settings);
});

const text = (visitor: Visitor) => visitor.page.$('main').text().replace(/\s+/g, ' ');
const card = (visitor: Visitor, code: string) => visitor.page.$(`article[id="${code}"]`);
const missingCodes = ({ page: { $ } }: Visitor) =>
  $('main > section')
    .first()
    .find('li a')
    .map((_i, link) => $(link).text())
    .get();
const marksOf = (id: string, code: string) =>
  raw.ask<{ verdict: string; version: number }>(
    `SELECT "verdict", "version" FROM "mark" WHERE "submissionId" = '${id}' AND "criterion" = '${code}' ORDER BY "version"`,
  );
const reason = { reasonCode: 'other_right_way', text: 'รูปของกลุ่มใช้ได้ ถือว่าผ่าน' };

describe('practice that was handed in', () => {
  let id: string;
  let page: string;
  let colleague: Visitor;
  const criterion = (code: string) => `${page}/criteria/${code}`;
  const answer = (who: Visitor, code: string, fields: Record<string, string>) =>
    who.pressIn(criterion(code), fields, 'บันทึกคำตอบ');

  beforeAll(async () => {
    id = await handIn(learner, 'ร้านพร้อมขาย');
    page = `/assess/submissions/${id}`;
    colleague = await hired(raw, app.url, { email: 'second@taladlab.example', name: 'อาจารย์สอง', centreId });
  });

  it('waits first in the queue, one press from the desk', async () => {
    await assessor.visit('/home');
    expect(new URL(assessor.page.path, app.url).pathname).toBe('/assess');
    expect(text(assessor)).toContain('บุญมี ศรีทอง');
    await assessor.press('เริ่มดูงานนี้');
    expect(new URL(assessor.page.path, app.url).pathname).toBe(page);
    expect(missingCodes(assessor)).toHaveLength(12);
  });

  it('is listed by state and by mode', async () => {
    const shown = async (query: string) => (await assessor.visit(`/assess?${query}`)).$(`ol a[href="${page}"]`).length;
    expect(await shown('status=not_marked')).toBe(1);
    expect(await shown('status=not_marked&mode=practice')).toBe(1);
    expect(await shown('status=not_marked&mode=assessment')).toBe(0);
    expect(await shown('status=in_marking')).toBe(0);
    expect(await shown(`status=not_marked&after=${id}`)).toBe(0);
  });

  it("shows the criterion, what must be seen, the machine's word and its evidence in words with market time", async () => {
    await assessor.visit(page);
    const payments = card(assessor, 'ECU03.2.2').text();
    expect(payments).toContain('เปิดรับเงินอย่างน้อย 2 วิธี มีวิธีไร้เงินสด');
    expect(payments).toContain('เปิดรับเงิน 2 วิธี มีแบบไร้เงินสดด้วย');
    expect(payments).toContain('วิธีรับเงินที่เปิด: บัตร, พร้อมเพย์ QR');
    expect(payments).toMatch(/เปิดวิธีรับเงิน\s+· เวลาตลาด \d+ .+ 25\d\d/);
    const there = card(assessor, 'ECU03.2.2').find('a[href*="/evidence#"]').first().attr('href') ?? '';
    const { $ } = await assessor.visit(there);
    expect($(`#${there.split('#')[1]}`).text()).toContain('เรือนทดลองของนวล');
  });

  it('is accepted criterion by criterion, and what is missing shrinks', async () => {
    await assessor.visit(page);
    await assessor.pressIn(criterion('ECU04.1.1'), {}, 'เห็นตามเครื่อง');
    expect(missingCodes(assessor)).toHaveLength(11);
    expect(missingCodes(assessor)).not.toContain('ECU04.1.1');
    expect(card(assessor, 'ECU04.1.1').text()).toMatch(/ยังไม่ได้ทำ เห็นตามเครื่อง\s+อาจารย์วิภา ตรงดี · \d/);
  });

  it('is accepted together only where the machine judged, once', async () => {
    await assessor.visit(page);
    const before = missingCodes(assessor);
    const form = assessor.page;
    await assessor.press('รับรองทั้งหมดที่เหลือ');
    const accepted = before.filter((code) => !missingCodes(assessor).includes(code));
    expect(accepted).toEqual(['ECU03.1.1', 'ECU03.2.2']);
    assessor.page = form;
    expect((await assessor.press('รับรองทั้งหมดที่เหลือ')).status).toBe(200);
    expect(await marksOf(id, 'ECU03.1.1')).toEqual([{ verdict: 'not_met', version: 1 }]);
  });

  it('refuses an override without its reason and gives the form back as it was filled in', async () => {
    await assessor.visit(page);
    const { status, $ } = await answer(assessor, 'ECU03.1.1', {
      answer: 'met',
      reasonCode: 'other_right_way',
      text: ' ',
    });
    expect(status).toBe(422);
    expect($('[role=alert] a').attr('href')).toBe('#ECU03.1.1');
    const form = $(`form[action="${criterion('ECU03.1.1')}"]`).last();
    expect(form.find('input[value=met]').attr('checked')).toBeDefined();
    expect(form.find('option[selected]').val()).toBe('other_right_way');
    expect(form.text()).toContain('เขียนเหตุผลอย่างน้อย 5 ตัวอักษร');
    expect(await marksOf(id, 'ECU03.1.1')).toHaveLength(1);
  });

  it('keeps an override with its reason, once however often the form is sent', async () => {
    await assessor.visit(page);
    const form = assessor.page;
    await answer(assessor, 'ECU03.1.1', { answer: 'met', ...reason });
    assessor.page = form;
    const { status } = await answer(assessor, 'ECU03.1.1', { answer: 'met', ...reason });
    expect(status).toBe(200);
    expect((await marksOf(id, 'ECU03.1.1')).map(({ verdict }) => verdict)).toEqual(['not_met', 'met']);
    expect(
      await raw.ask(
        `SELECT "before", "after", "reasonCode", "reasonText" FROM "override" WHERE "criterion" = 'ECU03.1.1'`,
      ),
    ).toEqual([{ before: 'not_met', after: 'met', reasonCode: reason.reasonCode, reasonText: reason.text }]);
  });

  it('shows a stale answer beside the one that came before it', async () => {
    await colleague.visit(page);
    await assessor.visit(page);
    await assessor.pressIn(criterion('ECU03.1.1'), {}, 'เห็นตามเครื่อง');
    const mine = { answer: 'met', reasonCode: 'machine_misread', text: 'ระบบไม่เห็นรูปที่ส่งมา' };
    const { status } = await answer(colleague, 'ECU03.1.1', mine);
    expect(status).toBe(409);
    expect(card(colleague, 'ECU03.1.1').text()).toContain('อาจารย์วิภา ตรงดี');
    expect(card(colleague, 'ECU03.1.1').find('textarea').text()).toBe(mine.text);
    expect((await marksOf(id, 'ECU03.1.1')).map(({ verdict }) => verdict)).toEqual(['not_met', 'met', 'not_met']);
    await answer(colleague, 'ECU03.1.1', mine);
    expect((await marksOf(id, 'ECU03.1.1')).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('does not let an assessor agree with the machine where she is asked herself', async () => {
    await assessor.visit(page);
    expect(card(assessor, 'ECU03.2.3').text()).not.toContain('เห็นตามเครื่อง');
    expect((await answer(assessor, 'ECU03.2.3', { answer: 'accept' })).status).toBe(422);
  });

  it('cannot be signed while something is missing, and shows the learner nothing yet', async () => {
    expect((await assessor.press('ลงชื่อ อาจารย์วิภา ตรงดี')).status).toBe(422);
    expect(text(assessor)).toContain('ยังลงชื่อไม่ได้ เหลืออีก');
    await learner.visit(`/submissions/${id}`);
    await learner.press('ดูผลจากผู้ประเมิน');
    expect(text(learner)).toContain('ส่งงานแล้ว รอผู้ประเมินดู');
    expect(text(learner)).not.toContain(reason.text);
  });

  it('is signed by name when every criterion has its answer, and not by a page that is out of date', async () => {
    await assessor.visit(page);
    for (const code of missingCodes(assessor)) {
      const own = card(assessor, code).find('form').length === 1;
      if (own) await answer(assessor, code, { answer: 'not_attempted' });
      else await assessor.pressIn(criterion(code), {}, 'เห็นตามเครื่อง');
    }
    expect(missingCodes(assessor)).toEqual([]);
    const old = assessor.page;
    await colleague.visit(page);
    await answer(colleague, 'ECU03.2.2', {
      answer: 'not_met',
      reasonCode: 'evidence_insufficient',
      text: 'ขอดูวิธีรับเงินให้ชัดกว่านี้',
    });
    assessor.page = old;
    expect((await assessor.press('ลงชื่อ อาจารย์วิภา ตรงดี')).status).toBe(409);
    const fresh = assessor.page;
    await assessor.press('ลงชื่อ อาจารย์วิภา ตรงดี');
    expect(text(assessor)).toMatch(/ลงชื่อโดย อาจารย์วิภา ตรงดี \d+ /);
    assessor.page = fresh;
    expect((await assessor.press('ลงชื่อ อาจารย์วิภา ตรงดี')).status).toBe(200);
    expect((await assessor.visit('/assess?status=marking_completed')).$(`ol a[href="${page}"]`)).toHaveLength(1);
  });

  it('stays as it was signed', async () => {
    await colleague.visit(page);
    expect(colleague.page.$('article form, #sign')).toHaveLength(0);
    const marks = await raw.ask(`SELECT * FROM "mark" WHERE "submissionId" = '${id}'`);
    const [mark] = await raw.ask<{ version: number }>(`SELECT "version" FROM "marking" WHERE "submissionId" = '${id}'`);
    colleague.page
      .$('main')
      .append(
        `<form method="post" action="${criterion('ECU03.2.2')}"><button name="answer" value="accept">x</button></form>`,
      );
    colleague.page.$('main form').last().append(colleague.page.$('input[name=_csrf]').first().clone());
    expect((await colleague.pressIn(criterion('ECU03.2.2'), { version: '2' })).status).toBe(409);
    expect(await raw.ask(`SELECT * FROM "mark" WHERE "submissionId" = '${id}'`)).toEqual(marks);
    expect(await raw.ask(`SELECT "version" FROM "marking" WHERE "submissionId" = '${id}'`)).toEqual([mark]);
  });

  it('is read by the learner: who signed, each result, and the reason in plain words', async () => {
    await learner.visit(`/results/${id}`);
    expect(text(learner)).toMatch(/ลงชื่อโดย อาจารย์วิภา ตรงดี \d+ /);
    expect(text(learner)).toContain('ผู้ประเมินบอกว่า ระบบไม่เห็นรูปที่ส่งมา');
    expect(text(learner)).toContain('ผู้ประเมินบอกว่า ขอดูวิธีรับเงินให้ชัดกว่านี้');
    expect(text(learner)).not.toContain('เปิดรับเงิน 2 วิธี');
    expect(text(learner)).toContain('ไม่ใช่ใบรับรองของสถาบันคุณวุฒิวิชาชีพ');
    expect(learner.page.$('ul > li')).toHaveLength(12);
  });

  it('shows as signed where the trainer sees her class at one look', async () => {
    const trainer = await through(app.url, 'ลองเป็นผู้สอน');
    await trainer.visit('/classes');
    await trainer.visit(String(trainer.page.$('main a[href^="/classes/"]').attr('href')));
    const given = trainer.page.$('main div:contains("ร้านพร้อมขาย") > a[href*="/assignments/"]').first().attr('href');
    await trainer.visit(String(given));
    const row = trainer.page.$('tr:contains("บุญมี ศรีทอง")').text();
    expect(row).toContain('รับรองแล้ว');
    expect(row).not.toContain('รอผู้ประเมินดู');
  });

  it('is read by the trainer of her class', async () => {
    const trainer = await through(app.url, 'ลองเป็นผู้สอน');
    await trainer.visit(`/results/${id}`);
    expect(text(trainer)).toContain('บุญมี ศรีทอง');
    expect(text(trainer)).toMatch(/ลงชื่อโดย อาจารย์วิภา ตรงดี/);
  });

  it("is not there for another centre's assessor, nor its result for another trainer", async () => {
    await raw.insert('centre', { id: 'cen_far', name: 'ศูนย์ไกล' });
    const stranger = await hired(raw, app.url, {
      email: 'far@taladlab.example',
      name: 'อาจารย์ไกล',
      centreId: 'cen_far',
    });
    expect((await stranger.visit(page)).status).toBe(404);
    expect((await stranger.visit(`${page}/evidence`)).status).toBe(404);
    expect((await stranger.visit('/assess?status=marking_completed')).$('ol a')).toHaveLength(0);
    await raw.ask(`UPDATE "person" SET "roles" = 'trainer' WHERE "id" = 'per_far'`);
    expect((await stranger.visit(`/results/${id}`)).status).toBe(404);
  });
});

describe('an assessment that was handed in', () => {
  let id: string;
  let page: string;

  beforeAll(async () => {
    id = await handIn(learner, 'ขายครั้งแรก', await photoFile());
    page = `/assess/submissions/${id}`;
  });

  it('shows the very picture that was handed in', async () => {
    const { $ } = await assessor.visit(`${page}/evidence`);
    const picture = await assessor.visit($('#shop img').attr('src') ?? '');
    expect(picture.status).toBe(200);
  });

  it("leads the trainer from the learner's work to what the assessor says", async () => {
    const [row] = await raw.ask<{ classId: string }>(`SELECT "classId" FROM "assignment" WHERE "mode" = 'assessment'`);
    const trainer = await through(app.url, 'ลองเป็นผู้สอน');
    await trainer.visit(`/classes/${row?.classId}/submissions/${id}`);
    await trainer.press('ดูผลจากผู้ประเมิน');
    expect(text(trainer)).toContain('ส่งงานแล้ว รอผู้ประเมินดู');
  });

  /** Sends the form as it stands on the assessor's page, from somebody whose own page has none. */
  const force = async (who: Visitor, action: string) => {
    const csrf = who.page.$('input[name=_csrf]').first().val();
    who.page
      .$('main')
      .append(`<form method="post" action="${action}"><input name="_csrf" value="${csrf}"><button>x</button></form>`);
    return who.pressIn(action, { answer: 'accept', version: '0' });
  };

  it('is not marked by the trainer of the learner, though she is an assessor', async () => {
    await raw.ask(`UPDATE "person" SET "roles" = 'trainer assessor' WHERE "email" = 'trainer@taladlab.example'`);
    const trainer = await through(app.url, 'ลองเป็นผู้สอน');
    expect((await trainer.visit('/assess')).$(`a[href="${page}"]`)).toHaveLength(0);
    expect((await trainer.visit(page)).status).toBe(200);
    expect(text(trainer)).toContain('คุณเป็นครูของผู้เรียนคนนี้');
    expect(trainer.page.$('article form, #sign')).toHaveLength(0);
    for (const verb of ['criteria/ECU03.1.1', 'acceptance', 'signature']) {
      await trainer.visit(page);
      expect((await force(trainer, `${page}/${verb}`)).status).toBe(403);
    }
  });

  it('is not marked by the learner herself, though she is an assessor', async () => {
    await raw.ask(`UPDATE "person" SET "roles" = 'learner assessor' WHERE "displayName" = 'บุญมี ศรีทอง'`);
    expect((await learner.visit('/assess')).$(`a[href="${page}"]`)).toHaveLength(0);
    await learner.visit(page);
    expect(text(learner)).toContain('งานนี้เป็นของคุณเอง');
    expect((await force(learner, `${page}/acceptance`)).status).toBe(403);
    await raw.ask(`UPDATE "person" SET "roles" = 'learner' WHERE "displayName" = 'บุญมี ศรีทอง'`);
    expect((await learner.visit(page)).status).toBe(403);
  });

  it('is not signed while a check is broken, whatever else has its answer', async () => {
    const broken = `"criterion" = 'ECU03.1.1' AND "runId" IN (SELECT "id" FROM "grading_run" WHERE "submissionId" = '${id}')`;
    await raw.ask(
      `UPDATE "criterion_result" SET "finding" = REPLACE("finding", '"outcome":"met"', '"outcome":"error"') WHERE ${broken}`,
    );
    await assessor.visit(page);
    expect(card(assessor, 'ECU03.1.1').find('form')).toHaveLength(0);
    for (const code of missingCodes(assessor).filter((each) => each !== 'ECU03.1.1')) {
      const own = card(assessor, code).find('form').length === 1;
      const fields = { answer: 'not_attempted' };
      if (own) await assessor.pressIn(`${page}/criteria/${code}`, fields, 'บันทึกคำตอบ');
      else await assessor.pressIn(`${page}/criteria/${code}`, {}, 'เห็นตามเครื่อง');
    }
    expect(missingCodes(assessor)).toEqual(['ECU03.1.1']);
    expect((await assessor.press('ลงชื่อ อาจารย์วิภา ตรงดี')).status).toBe(422);
  });
});

describe('a preview that was handed in', () => {
  it("is nobody's to assess", async () => {
    const trainer = await through(app.url, 'ลองเป็นผู้สอน');
    await trainer.visit('/exercises');
    await trainer.pressIn('/exercises/shop-ready/preview');
    await trainer.press('ส่งงาน');
    const path = new URL(trainer.page.path, app.url).pathname;
    expect(path).toMatch(/^\/submissions\//);
    expect(trainer.page.$('a[href^="/results/"]')).toHaveLength(0);
    expect((await assessor.visit(`/assess${path}`)).status).toBe(404);
  });
});

describe('the log of what assessors do', () => {
  it('holds each answer, override and signature, and verifies', async () => {
    const types = await raw.ask<{ type: string }>(
      `SELECT DISTINCT "type" FROM "activity_event" WHERE "chain" = 'centre:${centreId}'`,
    );
    expect(types.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'submission.handed_in',
        'marking.begun',
        'mark.given',
        'override.given',
        'marking.completed',
      ]),
    );
    const env = { ...process.env, NODE_ENV: 'test', ...settings };
    const { stdout } = spawnSync(process.execPath, ['dist/platform/activity/verify-log-cli.js'], {
      env,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/chains checked, 0 broken\n$/);
  });
});
