/**
 * `npm run bench:regrade`: how long the preview of a regrade of 1,000 stored submissions with 12 criteria takes when every one of them changes, and
 * how much longer a page takes meanwhile. The submissions are copies of one that a learner handed in. JSON out; the aims are 10 s and 1.2 times.
 */
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { canonicalJson } from '../dist/shared/canonical-json.js';
import { Browser, inFolder, median, rounded, startTheApp, stopServer } from './app.mjs';

const SUBMISSIONS = Number(process.env.SUBMISSIONS ?? 1000);
const EXERCISE = 'shop-ready@1';

async function through(base, door) {
  const browser = new Browser(base);
  await browser.visit('/');
  await browser.submit(`/demo/${door}`);
  return browser;
}

/** A learner of the demo's class hands in what she was given. */
async function handIn(base) {
  const learner = await through(base, 'learner');
  const { $ } = await learner.visit('/home');
  const action = $('form[action^="/assignments/"]')
    .toArray()
    .map((form) => $(form).attr('action'));
  for (const each of action) {
    await learner.visit('/home');
    await learner.submit(each);
    const attempt = learner.page.path;
    await learner.submit(`${attempt}/submission`);
  }
}

/** Copies of the one submission, each with a market of its own, and a version of the exercise with other weights. */
function fill(folder) {
  const db = new Database(`${folder}/taladlab.sqlite`);
  const like = db
    .prepare(
      `SELECT s.* FROM "submission" s JOIN "attempt" a ON a."id" = s."attemptId" WHERE a."exerciseVersionId" = ?`,
    )
    .get(EXERCISE);
  const attempt = db.prepare('SELECT * FROM "attempt" WHERE "id" = ?').get(like.attemptId);
  const sandbox = db.prepare('SELECT * FROM "sandbox" WHERE "id" = ?').get(attempt.sandboxId);
  const runs = db.prepare('SELECT * FROM "grading_run" WHERE "submissionId" = ?').all(like.id);
  const checks = db.prepare('SELECT * FROM "check_result" WHERE "runId" = ?').all(runs[0].id);
  const criteria = db.prepare('SELECT * FROM "criterion_result" WHERE "runId" = ?').all(runs[0].id);
  const put = (table, row) =>
    db
      .prepare(
        `INSERT INTO "${table}" (${Object.keys(row).map((name) => `"${name}"`)}) VALUES (${Object.keys(row).map(() => '?')})`,
      )
      .run(...Object.values(row));
  db.transaction(() => {
    for (let at = 1; at < SUBMISSIONS; at += 1) {
      const name = `bench${String(at).padStart(6, '0')}`;
      put('sandbox', { ...sandbox, id: name });
      put('attempt', { ...attempt, id: `att_${name}`, number: 1000 + at, sandboxId: name });
      put('submission', { ...like, id: `sub_${name}`, attemptId: `att_${name}` });
      put('grading_run', { ...runs[0], id: `run_${name}`, submissionId: `sub_${name}` });
      for (const check of checks) put('check_result', { ...check, runId: `run_${name}` });
      for (const criterion of criteria) put('criterion_result', { ...criterion, runId: `run_${name}` });
    }
    const version = db.prepare('SELECT * FROM "exercise_version" WHERE "id" = ?').get(EXERCISE);
    const exercise = JSON.parse(version.body);
    exercise.version = 2;
    for (const check of exercise.checks) check.weight += 1;
    const body = canonicalJson(exercise);
    const sha = createHash('sha256').update(body).digest('hex');
    put('exercise_version', { ...version, id: 'shop-ready@2', version: 2, body, sha });
  })();
  db.close();
  return criteria.length;
}

/** How long a page takes, one after the other, until `isOver` says so. */
async function pageTimes(visitor, isOver) {
  const times = [];
  while (!isOver()) {
    const from = performance.now();
    await visitor.visit('/home');
    times.push(performance.now() - from);
  }
  return times;
}

await inFolder(async (folder) => {
  const first = await startTheApp(folder);
  await handIn(first.url);
  await stopServer(first);
  const criteria = fill(folder);
  const app = await startTheApp(folder);
  const visitor = await through(app.url, 'learner');
  const trainer = await through(app.url, 'trainer');
  let isOver = false;
  await pageTimes(visitor, () => isOver || performance.now() > 8_000);
  setTimeout(() => {
    isOver = true;
  }, 4_000);
  const before = await pageTimes(visitor, () => isOver);
  isOver = false;
  await trainer.visit('/regrades/new');
  const from = performance.now();
  const { path } = await trainer.submit('/regrades', { from: EXERCISE, reason: 'bench of a regrade' });
  const during = pageTimes(visitor, () => isOver);
  let seconds = 0;
  while (!isOver) {
    await wait(200);
    const { $ } = await trainer.visit(path);
    seconds = (performance.now() - from) / 1000;
    isOver = $('progress').length === 0;
  }
  const meanwhile = await during;
  const report = {
    bench: 'regrade',
    submissions: SUBMISSIONS,
    criteria,
    seconds: rounded(seconds, 1),
    aimSeconds: 10,
    pageMsBefore: rounded(median(before)),
    pageMsMeanwhile: rounded(median(meanwhile)),
    ratio: rounded(median(meanwhile) / median(before)),
    aimRatio: 1.2,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  await stopServer(app);
});
