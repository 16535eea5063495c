import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hired, PASSWORD, through } from '../support/assessing.js';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { publishVersion } from '../support/exercise-version.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { Visitor } from '../support/visitor.js';

let settings: Awaited<ReturnType<typeof ownDatabase>>;
let app: Awaited<ReturnType<typeof startApp>>;
let raw: Raw;
let admin: Visitor;
let assessor: Visitor;
let colleague: Visitor;
let watcher: Visitor;
let trainer: Visitor;
let learner: Visitor;
let round: string;

const EXERCISE = 'shop-ready';
const CRITICAL = 'ECU03.2.3';
const text = ({ page }: Visitor) => page.$('main').text().replace(/\s+/g, ' ');
const path = (visitor: Visitor) => new URL(visitor.page.path, app.url).pathname;
const idOf = async (where: string) =>
  ((await raw.ask<{ id: string }>(`SELECT "id" FROM "person" WHERE ${where}`))[0] as { id: string }).id;

/** Sends a form that the page at hand does not offer, as somebody would who knows its address. */
async function forge(visitor: Visitor, action: string, fields: Record<string, string> = {}): Promise<number> {
  const { $ } = visitor.page;
  const token = $('input[name=_csrf]').first().val();
  $('main').append(
    `<form method="post" action="${action}"><input name="_csrf" value="${token}"><button>forged</button></form>`,
  );
  return (await visitor.pressIn(action, fields, 'forged')).status;
}

async function appointed(person: string, role: string): Promise<number> {
  await admin.visit(round);
  return (await admin.pressIn(`${round}/staff`, { person, role })).status;
}

/** Agrees with the machine, answers what asks for a person by this verdict, or says so of everything, and signs. */
async function signAll(submission: string, verdict: 'met' | 'not_met' = 'not_met'): Promise<void> {
  const page = `/assess/submissions/${submission}`;
  await assessor.visit(page);
  const codes = assessor.page
    .$('article')
    .map((_i, each) => assessor.page.$(each).attr('id'))
    .get();
  const reason = { reasonCode: 'evidence_insufficient', text: 'ยังไม่ได้เขียนนโยบาย' };
  for (const code of codes) {
    const accepts = assessor.page.$(`article[id="${code}"] button:contains("เห็นตามเครื่อง")`).length > 0;
    const isAgreed = accepts && verdict === 'not_met';
    if (isAgreed) await assessor.pressIn(`${page}/criteria/${code}`, {}, 'เห็นตามเครื่อง');
    else await assessor.pressIn(`${page}/criteria/${code}`, { answer: verdict, ...reason }, 'บันทึกคำตอบ');
  }
  await assessor.pressIn(`${page}/signature`);
  expect(text(assessor)).toContain('ลงชื่อโดย');
}

beforeAll(async () => {
  settings = await ownDatabase('rounds');
  raw = await openRaw(settings);
  app = await startApp(settings);
  admin = new Visitor(app.url);
  await admin.visit('/staff');
  await admin.press('เข้าระบบ', { email: 'admin@taladlab.example', password: PASSWORD });
  const [{ centreId }] = (await raw.ask(
    `SELECT "centreId" FROM "person" WHERE "email" = 'admin@taladlab.example'`,
  )) as [{ centreId: string }];
  assessor = await through(app.url, 'ลองเป็นผู้ประเมิน');
  trainer = await through(app.url, 'ลองเป็นผู้สอน');
  learner = await through(app.url, 'ลองเป็นผู้เรียน');
  colleague = await hired(raw, app.url, { email: 'decides@taladlab.example', name: 'อาจารย์ตัดสิน', centreId });
  watcher = await hired(raw, app.url, { email: 'watches@taladlab.example', name: 'อาจารย์คุมสอบ', centreId });
});
afterAll(async () => {
  await stopApp(app);
  await raw.close();
  await dropDatabase(settings);
});

const WINDOW = { opens: '2569-11-01T08:00', closes: '2579-12-31T18:00' };

describe('a round that is prepared', () => {
  it('is refused with the form filled in while something is missing', async () => {
    await admin.visit('/rounds/new');
    const { status, $ } = await admin.pressIn('/rounds', { name: 'รอบธันวาคม', ...WINDOW });
    expect(status).toBe(422);
    expect($('input[name=name]').val()).toBe('รอบธันวาคม');
    expect(text(admin)).toContain('เลือกหน่วยสมรรถนะ');
    const place = 'ศูนย์บ้านนา';
    await admin.pressIn('/rounds', { unit: 'ECU03', place });
    round = path(admin);
    expect(text(admin)).toContain('รอบธันวาคม');
    expect(text(admin)).toContain('กำลังเตรียม');
  });

  it('names the critical criterion that lacks an occasion, before it opens', async () => {
    await admin.visit(`${round}/blueprint`);
    // Each exercise has a form of its own that goes to the same address.
    admin.page.$(`input[name=code][value="${EXERCISE}"]`).closest('form').attr('action', `${round}/exercises#chosen`);
    await admin.pressIn(`${round}/exercises#chosen`, { times: '1' });
    expect(text(admin)).toContain(`ข้อวิกฤตที่โอกาสไม่พอ: ${CRITICAL}`);
    expect(text(admin)).toContain('ยังตัดสินไม่ได้ ไม่ว่าผู้เข้าประเมินจะทำดีแค่ไหน');
  });

  it('is possible with a version that declares its occasions, and too long when it is done twice', async () => {
    await publishVersion(raw, `${EXERCISE}@1`, 2, (exercise) => {
      const changed = exercise as unknown as { minutes: number; criteria: Array<{ code: string; occasions?: number }> };
      changed.minutes = 40;
      for (const each of changed.criteria) if (each.code === CRITICAL) each.occasions = 2;
    });
    const planned = async (times: string) => {
      await admin.visit(`${round}/blueprint`);
      await forge(admin, `${round}/exercises`, { code: EXERCISE, times });
      await admin.visit(`${round}/blueprint`);
      return text(admin);
    };
    expect(await planned('2')).toContain('80 นาที นานเกิน 60 นาที');
    const once = await planned('1');
    expect(once).toContain('ประมาณ 40 นาทีบนมือถือ');
    expect(once).not.toContain('ข้อวิกฤตที่โอกาสไม่พอ');
    expect(once).toContain('4 จาก 7 ข้อ ต้องผ่านอย่างน้อย 5 ข้อ');
  });

  it('takes its pass mark from one person and the approval from another, with reasons', async () => {
    await admin.visit(round);
    expect((await admin.pressIn(`${round}/opening`, { knows: 'yes' })).status).toBe(409);
    await admin.visit(round);
    expect((await admin.pressIn(`${round}/pass-mark`, { percent: '50', reason: 'สั้น' })).status).toBe(422);
    await admin.pressIn(`${round}/pass-mark`, { percent: '50', reason: 'รอบแรกของศูนย์' });
    expect(text(admin)).toContain('รอคนอื่นอนุมัติ');
    expect(
      await forge(admin, `${round}/pass-mark/approval`, { verdict: 'approved', seen: '50', approvalReason: 'ตกลงเอง' }),
    ).toBe(403);
    await colleague.visit(round);
    const stale = { verdict: 'approved', seen: '60', approvalReason: 'เหมาะกับรอบแรก' };
    expect(await forge(colleague, `${round}/pass-mark/approval`, stale)).toBe(409);
    await colleague.visit(round);
    await colleague.press('อนุมัติร้อยละ 50', { approvalReason: 'เหมาะกับรอบแรก' });
    expect(text(colleague)).toContain('อนุมัติโดย อาจารย์ตัดสิน');
  });

  it('opens, and from then on its plan stays as it is', async () => {
    await admin.visit(round);
    expect(text(admin)).toContain('รอบนี้ตัดสินได้');
    await admin.press('เปิดรอบนี้');
    expect(text(admin)).toContain('เปิดรอบแล้ว');
    expect(await forge(admin, `${round}/exercises`, { code: EXERCISE, times: '0' })).toBe(409);
    await admin.visit(round);
    expect(await forge(admin, `${round}/pass-mark`, { percent: '10', reason: 'ง่ายขึ้นหน่อย' })).toBe(409);
    const told = await raw.ask<{ type: string }>(
      `SELECT "type" FROM "activity_event" WHERE "objectId" = '${round.split('/').at(-1)}' ORDER BY "seq"`,
    );
    expect(told.map(({ type }) => type)).toContain('round.opened');
  });
});

describe('a session of a round', () => {
  let application: string;
  let own: string;
  let session: string;
  let submission: string;

  it('has candidates out of a class, each once', async () => {
    await trainer.visit(`${round}/candidates`);
    await trainer.press('ดูรายชื่อ');
    await trainer.press('เพิ่มเข้ารอบ', { learners: await idOf(`"displayName" = 'บุญมี ศรีทอง'`) });
    expect(text(trainer)).toContain('บุญมี ศรีทอง');
    const rows = await raw.ask<{ id: string }>(`SELECT "id" FROM "application"`);
    expect(rows).toHaveLength(1);
    application = `${round}/applications/${rows[0]?.id}`;
    own = `/assessments/${rows[0]?.id}`;
  });

  it('is preceded by a plan that both sides sign', async () => {
    await learner.visit('/home');
    await learner.press('อ่านแผนและลงชื่อ');
    expect(path(learner)).toBe(own);
    expect(text(learner)).toContain('เครื่องช่วยดู คนตัดสิน');
    expect((await learner.press('ตกลงและลงชื่อ', { plan: 'yes', judges: 'yes' })).status).toBe(422);
    await learner.press('ตกลงและลงชื่อ', { plan: 'yes', judges: 'yes', own_work: 'yes' });
    expect(text(learner)).toContain('ผู้เข้าประเมินลงชื่อแล้ว');
    await admin.visit(application);
    await admin.press('บันทึกแผน', { read_aloud: 'yes' });
    expect(text(admin)).toContain('ผู้เข้าประเมินยังไม่ลงชื่อ');
    await admin.press('ตกลงและลงชื่อ');
    expect(await forge(colleague, `${application}/agreement`, { seen: '2' })).toBe(403);
    await learner.visit(own);
    expect(text(learner)).toContain('อ่านออกเสียง');
    await learner.press('ตกลงและลงชื่อ', { plan: 'yes', judges: 'yes', own_work: 'yes' });
    expect(text(learner)).toContain('ศูนย์ลงชื่อแล้ว โดย');
  });

  it('asks the candidate what she can, element by element, for information', async () => {
    await learner.visit(own);
    expect((await learner.press('เก็บคำตอบ', { 'ECU03.1': 'can' })).status).toBe(422);
    await learner.visit(own);
    await learner.press('เก็บคำตอบ', {
      'ECU03.1': 'can',
      'ECU03.2': 'unsure',
      'ECU03.3': 'not_yet',
      priorLearning: 'ขายในเฟซบุ๊ก 2 ปี',
    });
    await colleague.visit(application);
    expect(text(colleague)).toContain('ขายในเฟซบุ๊ก 2 ปี');
  });

  it('refuses an invigilator who assesses in the round, and an assessor who watches in it', async () => {
    const judge = await idOf(`"email" = 'assessor@taladlab.example'`);
    expect(await appointed(judge, 'assessor')).toBe(200);
    await admin.visit(round);
    expect((await admin.pressIn(`${round}/sessions`, { invigilator: judge })).status).toBe(422);
    expect(text(admin)).toContain('คนนี้เป็นผู้ประเมินของรอบนี้ จึงคุมสอบหรือตัดสินไม่ได้');
    expect(admin.page.$('select[name=invigilator] option[selected]').attr('value')).toBe(judge);
    expect(await appointed(judge, 'decider')).toBe(422);
    await admin.visit(round);
    await admin.pressIn(`${round}/sessions`, { invigilator: await idOf(`"email" = 'watches@taladlab.example'`) });
    session = path(admin);
    expect(session).toMatch(/^\/sessions\//);
    expect(await appointed(await idOf(`"email" = 'watches@taladlab.example'`), 'second')).toBe(422);
    expect(await appointed(await idOf(`"email" = 'decides@taladlab.example'`), 'decider')).toBe(200);
  });

  it('shows the exercise only when identity was seen and it runs', async () => {
    const version = `${EXERCISE}@2`;
    await watcher.visit(session);
    expect((await watcher.press('เริ่มสอบ')).status).toBe(409);
    await watcher.visit(session);
    await watcher.press('เพิ่มเข้าการสอบ');
    await watcher.press('เริ่มสอบ');
    await learner.visit(own);
    expect(learner.page.$(`form[action="${own}/exercises/${version}"]`)).toHaveLength(0);
    expect(await forge(learner, `${own}/exercises/${version}`)).toBe(409);
    await colleague.visit(session);
    expect(await forge(colleague, `${session}/candidates/${own.split('/').at(-1)}/identity`)).toBe(403);
    await watcher.visit(session);
    await watcher.press('ดูตัวแล้ว ตรงกัน');
    expect(text(watcher)).toContain('ดูตัวแล้ว');
    await learner.visit('/home');
    expect(text(learner)).toContain('กำลังสอบอยู่ตอนนี้');
    await watcher.press('พัก');
    await learner.visit('/home');
    expect(text(learner)).not.toContain('กำลังสอบอยู่ตอนนี้');
    await watcher.press('สอบต่อ');
    await learner.visit('/home');
    await learner.press('เข้าไปทำ');
    await learner.press('เริ่มทำ');
    expect(path(learner)).toMatch(/^\/attempts\//);
  });

  it('begins one attempt, assessed, with a seed that comes from the round, however often the button is pressed', async () => {
    const attempt = path(learner);
    await learner.visit(own);
    await learner.press('ทำต่อ');
    expect(path(learner)).toBe(attempt);
    const rows = await raw.ask<{ mode: string; assignmentId: string | null; seedNumber: number }>(
      `SELECT a."mode", a."assignmentId", t."seedNumber" FROM "session_attempt" t JOIN "attempt" a ON a."id" = t."attemptId"`,
    );
    expect(rows).toEqual([{ mode: 'assessment', assignmentId: null, seedNumber: 1 }]);
  });

  it('keeps incidents, and counts what was handed in before its end', async () => {
    const market = /\/m\/([a-z0-9]+)/.exec(learner.page.html)?.[1];
    const attempt = path(learner);
    await learner.visit(`/m/${market}/shop/payments`);
    await learner.press('บันทึก', { use_promptpay: '1', use_card: '1' });
    await learner.visit(attempt);
    await learner.press('ส่งงาน');
    submission = path(learner).split('/').at(-1) ?? '';
    await watcher.visit(session);
    expect((await watcher.press('บันทึก', { text: 'x' })).status).toBe(422);
    await watcher.press('บันทึก', { text: 'เน็ตหลุด 5 นาที' });
    expect(text(watcher)).toContain('เน็ตหลุด 5 นาที');
    await colleague.visit(`${application}/decision`);
    expect(text(colleague)).toContain('การสอบยังไม่จบ');
    await watcher.press('จบการสอบ');
    expect(text(watcher)).toContain('จบแล้ว');
  });

  it('comes to a decision once its work is signed, by somebody who neither taught nor marked her', async () => {
    await colleague.visit(`${application}/decision`);
    expect(text(colleague)).toContain('ผู้ประเมินยังลงชื่อไม่ครบทุกงาน');
    expect(text(colleague)).toContain('งานจากการสอบที่นับ 1 ชิ้น');
    await signAll(submission);
    await assessor.visit(`${application}/decision`);
    expect(text(assessor)).toContain('คุณเป็นผู้ประเมินงานของคนนี้');
    expect(await forge(assessor, `${application}/decision`, { seen: 'not_yet_competent' })).toBe(403);
    expect(await appointed(await idOf(`"email" = 'trainer@taladlab.example'`), 'decider')).toBe(200);
    await trainer.visit(`${application}/decision`);
    expect(text(trainer)).toContain('คุณสอนคนนี้ภายใน 730 วัน');
    expect(await forge(trainer, `${application}/decision`, { seen: 'not_yet_competent' })).toBe(403);
    await colleague.visit(`${application}/decision`);
    expect(text(colleague)).toContain(`${CRITICAL} วิกฤต ยังไม่ผ่าน`);
    expect(await forge(colleague, `${application}/decision`, { seen: 'competent' })).toBe(409);
    await colleague.visit(`${application}/decision`);
    const before = colleague.page;
    await colleague.press('ตัดสินตามนี้และลงชื่อ');
    expect(text(colleague)).toContain('ยังไม่มีสมรรถนะ');
    colleague.page = before;
    expect(await forge(colleague, `${application}/decision`, { seen: 'not_yet_competent' })).toBe(409);
    expect(await raw.ask(`SELECT 1 FROM "decision"`)).toHaveLength(1);
  });

  it('seals plan, identity tick, evidence, marks and reasons in a file with its hash', async () => {
    await colleague.visit(`${application}/decision`);
    const shown = colleague.page.$('code').text();
    const { html } = await colleague.press('โหลดแฟ้มที่ปิดผนึก');
    expect(createHash('sha256').update(html).digest('hex')).toBe(shown);
    const file = JSON.parse(html);
    const [{ sha }] = (await raw.ask(`SELECT "sha" FROM "submission" WHERE "id" = '${submission}'`)) as [
      { sha: string },
    ];
    expect(file.evidence).toEqual([expect.objectContaining({ submissionId: submission, sha })]);
    expect(file.plan).toMatchObject({ adjustments: ['read_aloud'], exercises: [{ id: `${EXERCISE}@2`, times: 1 }] });
    expect(file.sessions[0].identitySeenAt).toMatch(/^20/);
    expect(html).toContain('เน็ตหลุด 5 นาที');
    const mark = file.marks.find((each: { criterion: string }) => each.criterion === CRITICAL);
    expect(mark).toMatchObject({ verdict: 'not_met', note: 'ยังไม่ได้เขียนนโยบาย' });
    expect(file).toMatchObject({
      outcome: 'not_yet_competent',
      passPercent: 50,
      signature: { signedBy: { name: 'อาจารย์ตัดสิน' } },
    });
    await learner.visit('/home');
    await learner.press('ดูผล');
    expect(text(learner)).toContain('ยังไม่มีสมรรถนะ');
    expect((await learner.press('โหลดแฟ้มที่ปิดผนึก')).html).toBe(html);
  });

  it('is followed by a re-assessment of the missing elements, once', async () => {
    await admin.visit(`${application}/decision`);
    const form = admin.page;
    await admin.press('ให้ประเมินซ้ำเฉพาะส่วนที่ขาด');
    expect(text(admin)).toContain('ประเมินซ้ำเฉพาะสมรรถนะย่อยที่ยังขาด');
    admin.page = form;
    expect(await forge(admin, `${application}/reassessment`, { round: round.split('/').at(-1) ?? '' })).toBe(409);
    const rows = await raw.ask<{ elements: string | null; number: number }>(
      `SELECT "elements", "number" FROM "application" ORDER BY "number"`,
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(JSON.parse(rows[1]?.elements ?? '[]')).toContain('ECU03.2');
  });
});

describe('a re-assessment', () => {
  let application: string;
  let own: string;
  const version = `${EXERCISE}@2`;

  /** A session that runs with her in it, whose identity was seen. */
  async function sitting(): Promise<string> {
    await admin.visit(round);
    await admin.pressIn(`${round}/sessions`, { invigilator: await idOf(`"email" = 'watches@taladlab.example'`) });
    const session = path(admin);
    await watcher.visit(session);
    await watcher.press('เพิ่มเข้าการสอบ', { candidates: own.split('/').at(-1) ?? '' });
    await watcher.press('ดูตัวแล้ว ตรงกัน');
    await watcher.press('เริ่มสอบ');
    return session;
  }

  async function begun(): Promise<string> {
    await learner.visit(own);
    await learner.pressIn(`${own}/exercises/${version}`);
    return path(learner);
  }

  beforeAll(async () => {
    const [row] = await raw.ask<{ id: string }>(`SELECT "id" FROM "application" WHERE "number" = 2`);
    application = `${round}/applications/${row?.id}`;
    own = `/assessments/${row?.id}`;
    await learner.visit(own);
    await learner.press('ตกลงและลงชื่อ', { plan: 'yes', judges: 'yes', own_work: 'yes' });
    await admin.visit(application);
    await admin.press('ตกลงและลงชื่อ');
  });

  it('does not count what is handed in after the session has ended, and lets her do it in the next one', async () => {
    const session = await sitting();
    const attempt = await begun();
    await watcher.press('จบการสอบ');
    expect(path(watcher)).toBe(session);
    expect(text(watcher)).toContain('ยังมี 1 คนทำงานค้างอยู่');
    await learner.visit(attempt);
    await learner.press('ส่งงาน');
    await colleague.visit(`${application}/decision`);
    expect(text(colleague)).toContain('มีงาน 1 ชิ้นส่งเมื่อไม่มีการสอบเปิดอยู่');
    expect(text(colleague)).toContain('งานจากการสอบที่นับ 0 ชิ้น');
  });

  it('has another seed each time, and leads to its own decision, sealed with the one before', async () => {
    await sitting();
    await begun();
    await learner.press('ส่งงาน');
    const submission = path(learner).split('/').at(-1) ?? '';
    await watcher.press('จบการสอบ');
    await signAll(submission, 'met');
    await colleague.visit(`${application}/decision`);
    await colleague.press('ตัดสินตามนี้และลงชื่อ');
    expect(colleague.page.$('main section h2').first().text()).toBe('มีสมรรถนะ');
    const file = JSON.parse((await colleague.press('โหลดแฟ้มที่ปิดผนึก')).html);
    const [first] = await raw.ask<{ sha256: string }>(`SELECT "sha256" FROM "decision" ORDER BY "signedAt"`);
    expect(file).toMatchObject({ outcome: 'competent', previous: { sha256: first?.sha256 } });
    expect(file.shown[CRITICAL]).toEqual(['met', 'met']);
    const seeds = await raw.ask<{ seed: string; seedNumber: number }>(
      `SELECT a."seed", t."seedNumber" FROM "session_attempt" t JOIN "attempt" a ON a."id" = t."attemptId" ORDER BY t."seedNumber"`,
    );
    expect(seeds.map(({ seedNumber }) => Number(seedNumber))).toEqual([1, 2, 3]);
    expect(new Set(seeds.map(({ seed }) => seed)).size).toBe(3);
    await admin.visit(`${application}/decision`);
    expect(text(admin)).not.toContain('ให้ประเมินซ้ำเฉพาะส่วนที่ขาด');
  });
});

describe('a candidate of whom nothing was seen', () => {
  it('cannot be decided yet, which is not the same as not yet competent', async () => {
    const other = await idOf(`"roles" = 'learner' AND "displayName" <> 'บุญมี ศรีทอง' AND "email" IS NULL`);
    await admin.visit(`${round}/candidates`);
    const group = admin.page.$('select[name=class] option').first().attr('value') ?? '';
    await admin.visit(`${round}/candidates?class=${group}`);
    await admin.press('เพิ่มเข้ารอบ', { learners: other });
    const [row] = await raw.ask<{ id: string }>(`SELECT "id" FROM "application" WHERE "learnerId" = '${other}'`);
    const page = `${round}/applications/${row?.id}/decision`;
    await colleague.visit(page);
    expect(text(colleague)).toContain('ยังตัดสินไม่ได้ (หลักฐานไม่พอ)');
    await colleague.press('ตัดสินตามนี้และลงชื่อ');
    expect(await raw.ask(`SELECT "outcome" FROM "decision" WHERE "learnerId" = '${other}'`)).toEqual([
      { outcome: 'cannot_be_decided_yet' },
    ]);
  });
});
