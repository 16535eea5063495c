import { tidy } from './form.mjs';
import { patternOf, thai } from './thai-words.mjs';

/** One line of a result: the criterion, what its badge tells, and what is said of it. @typedef {{ criterion: string, isMet: boolean, isOurs: boolean, said: string[] }} Verdict */

const CRITERION = /[A-Z]{3}\d{2}\.\d+\.\d+/;

/**
 * What the page of a submission says: points, and a verdict for each check.
 * @param {import('./page.mjs').Page} page
 * @returns {{ points: number, max: number, verdicts: Verdict[] }}
 */
export function readResult(page) {
  const { $ } = page;
  const [points, max] = numbersIn(page.text, thai('practice.points'));
  const lines = $('main li')
    .toArray()
    .map((line) => $(line));
  return { points, max, verdicts: lines.map((line) => verdictOn($, line)).filter(({ criterion }) => criterion) };
}

function verdictOn($, line) {
  const badge = tidy(line.find('.badge').first().text());
  return {
    criterion: CRITERION.exec(line.text())?.[0],
    isMet: badge === thai('practice.tone_met'),
    isOurs: badge === thai('practice.tone_ours'),
    said: line
      .children('p')
      .toArray()
      .map((paragraph) => tidy($(paragraph).text())),
  };
}

/** The two numbers in the slots of a sentence. */
function numbersIn(text, sentence) {
  const found = new RegExp(sentence.replace(/\{\{\w+\}\}/g, '(\\d+)')).exec(text);
  if (!found) throw new Error(`Nothing says "${sentence}": ${text.slice(0, 400)}`);
  return [Number(found[1]), Number(found[2])];
}

/**
 * Whether a verdict says the sentence of this message key, in the exercise's own wording before the catalogue's.
 * @param {Verdict} verdict
 * @param {string} key e.g. title.no_size
 * @param {Record<string, string>} own
 */
export function isSaid({ said }, key, own) {
  const pattern = patternOf(own[key] ?? thai(`checks.${key}`));
  return said.some((words) => pattern.test(words));
}
