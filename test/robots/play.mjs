import { Browser } from './browser.mjs';
import { declaredBy } from './declared.mjs';
import { FAULTS } from './faults.mjs';
import { Person } from './person.mjs';
import { PLAYS } from './plays.mjs';
import { readResult } from './result.mjs';
import { doStep } from './steps/ask.mjs';
import { thai } from './thai-words.mjs';

/** What the last line of a robot tells. @typedef {{ seed: string, points: number, max: number, met: string[], not_met: string[], errors: string[] }} Outcome */
/** @typedef {{ exercise: string, robot: string, fault: import('./faults.mjs').Fault | null, outcome: Outcome, verdicts: import('./result.mjs').Verdict[], market: string }} Played */

/**
 * Goes in by the demo's door as the trainer who previews exercises. One browser may play many robots after that.
 * @param {string} base
 */
export async function enter(base) {
  const browser = new Browser(base);
  await browser.visit('/');
  await browser.submit(browser.page.form(thai('welcome.as_trainer')));
  return browser;
}

/**
 * Plays one robot from the preview to the result. What it could not do ends its play and is told as an error; it hands in all the same.
 * @param {Browser} browser
 * @param {{ exercise: string, robot: string, seed: string }} wanted
 * @returns {Promise<Played>}
 */
export async function playRobot(browser, { exercise, robot, seed }) {
  const declared = declaredBy(exercise);
  const play = playOf(exercise, robot);
  const me = await preview(browser, declared.title, seed);
  const errors = [];
  try {
    for (const step of play.steps) await doStep(me, step, step.name === play.fault?.step ? play.fault : null);
  } catch (problem) {
    errors.push(problem.message);
  }
  const { points, max, verdicts } = await handIn(me);
  errors.push(...verdicts.filter(({ isOurs }) => isOurs).map(({ criterion }) => `The check of ${criterion} broke.`));
  const untold = declared.criteria.filter((code) => !verdicts.some(({ criterion }) => criterion === code));
  errors.push(...untold.map((code) => `The result says nothing of ${code}.`));
  const notMet = declared.criteria.filter((code) => verdicts.some((each) => each.criterion === code && !each.isMet));
  const met = declared.criteria.filter((code) => !notMet.includes(code));
  const outcome = { seed, points, max, met, not_met: notMet, errors };
  return { exercise, robot, fault: play.fault, outcome, verdicts, market: me.market };
}

/** Everything done right, nothing at all, or everything with one fault. */
function playOf(exercise, robot) {
  const steps = PLAYS[exercise];
  if (!steps) throw new Error(`Nobody knows how to play ${exercise}.`);
  if (robot === 'perfect') return { steps, fault: null };
  if (robot === 'empty') return { steps: [], fault: null };
  const fault = FAULTS[robot];
  if (!fault) throw new Error(`No robot is called ${robot}.`);
  if (!steps.some(({ name }) => name === fault.step))
    throw new Error(`${exercise} has no step "${fault.step}" for ${robot}.`);
  return { steps, fault };
}

/** Opens the exercise as a learner would see it and reads what is on its page. */
async function preview(browser, title, seed) {
  await browser.visit('/exercises');
  const form = browser.page.form(thai('practice.preview'), title);
  form.answer(thai('practice.seed'), seed);
  await browser.submit(form);
  const me = new Person(browser);
  me.begin();
  return me;
}

async function handIn(me) {
  await me.visit(me.attempt);
  await me.send(thai('practice.hand_in'));
  return readResult(me.page);
}
