import { tidy } from './form.mjs';
import { thai } from './thai-words.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const MONTHS = ['พ.ย.', 'ธ.ค.'];
const DAY_MS = 86_400_000;

/** The first sum in some words, in satang. @param {string} words */
export function satangIn(words) {
  const found = /฿([\d,]+(?:\.\d+)?)/.exec(words);
  if (!found) throw new Error(`No sum stands in "${words}".`);
  return Math.round(Number(found[1].replaceAll(',', '')) * 100);
}

/** The last sum of a line. */
const lastSum = (words) => satangIn(words.slice(words.lastIndexOf('฿')));

/** A day such as "5 ธ.ค. 2569" and what hour stands behind it, as a number that can be counted with. */
function momentIn(words) {
  const [, day, month, year, hour = '0', minute = '0'] =
    /(\d{1,2}) (\S+\.) (\d{4})(?: (\d{2}):(\d{2}))?/.exec(words) ?? [];
  if (!day || !MONTHS.includes(month)) throw new Error(`No day stands in "${words}".`);
  return Date.UTC(Number(year) - 543, 10 + MONTHS.indexOf(month), Number(day), Number(hour), Number(minute));
}

const texts = ($, found) => found.toArray().map((each) => tidy($(each).text()));

/** What is before the year: goods may bear numbers too, so the day is looked for from behind. */
const dayBehind = (words) => momentIn(words.slice(words.search(/\d{1,2} (?:พ\.ย\.|ธ\.ค\.) \d{4}/)));

/**
 * Credits with the order that each is for: of the same sum, ordered last before the money came.
 * @param {Page} page
 * @returns {Array<{ credit: string, order: string | null }>}
 */
export function readMatchable({ $ }) {
  const choices = (name) => texts($, $(`input[name=${name}]`).closest('label'));
  const orders = choices('order').map((label) => ({ label, at: dayBehind(label), satang: lastSum(label) }));
  return choices('credit').map((credit) => {
    const fit = orders.filter(({ at, satang }) => satang === lastSum(credit) && at <= dayBehind(credit));
    return { credit, order: fit.at(-1)?.label ?? null };
  });
}

/** What a payout's statement comes to, and what of it are fees. @param {Page} page */
export function readPayout({ $ }) {
  const lines = $('dl.sums dt')
    .toArray()
    .map((term) => ({
      part: tidy($(term).children('span').text()),
      what: tidy($(term).text()),
      words: tidy($(term).next('dd').text()),
    }))
    .filter(({ part }) => ['gross', 'fee', 'refund', 'adjustment'].some((one) => part === thai(`books.part_${one}`)))
    .map(({ part, what, words }) => ({ part, what, satang: satangIn(words) * (words.startsWith('−') ? -1 : 1) }));
  const sum = (some) => some.reduce((all, { satang }) => all + satang, 0);
  const fees = lines.filter(({ part }) => part === thai('books.part_fee'));
  const vat = fees.filter(({ what }) => VAT_LINES.some((line) => what.startsWith(thai(`books.${line}`))));
  return {
    net: sum(lines),
    gross: sum(lines.filter(({ part }) => part === thai('books.part_gross'))),
    fees: -sum(fees),
    feeVat: -sum(vat),
  };
}

const VAT_LINES = ['line_method_fee_vat', 'line_commission_vat', 'line_refund_fee_vat'];

/** The VAT in a price that includes it. @param {number} satang */
export const vatWithin = (satang) => Math.round((satang * 7) / 107);

/** The VAT that a paper splits out, in satang; nothing where it does not. @param {Page} page */
export function vatOn({ $ }) {
  const found = $('th, dt').filter(
    (_i, each) => tidy($(each).text()) === thai('books.vat_line').replace('{{percent}}', '7'),
  );
  return found.length > 0 ? satangIn(tidy(found.first().next().text())) : 0;
}

/** Goods of the field, as they leave it, have no VAT. */
const EXEMPT = 'ข้าวหอมมะลิ';

/** What is paid for on the form of a receipt, and what of it has VAT in it. @param {Page} page */
export function readReceiptForm(page) {
  const { $ } = page;
  const lines = $('form fieldset ul > li > p')
    .toArray()
    .map((line) => ({ words: tidy($(line).text()), satang: lastSum(tidy($(line).text())) }));
  const sum = (some) => some.reduce((all, { satang }) => all + satang, 0);
  const isRegistered = !page.says(thai('books.vat_not_registered'));
  return { isRegistered, total: sum(lines), taxable: sum(lines.filter(({ words }) => !words.includes(EXEMPT))) };
}

/** What went back of a receipt and has no note yet. @param {Page} page */
export function readUnnoted({ $ }) {
  return $('main li')
    .toArray()
    .map((line) => ({
      path: $(line).find('a[href*="/credit-notes/for/"]').attr('href'),
      receipt: /RC\d{2}-\d{4}/.exec($(line).text())?.[0],
      words: tidy($(line).find('p').first().text()),
    }))
    .filter(({ path }) => path)
    .map(({ words, ...unnoted }) => ({ ...unnoted, amount: lastSum(words) }));
}

/**
 * What the courier has collected by the end of a day of November and still holds.
 * @param {Page} page
 * @param {{ day: number, holdDays: number }} asked
 */
export function readCodHeld({ $ }, { day, holdDays }) {
  const end = Date.UTC(2026, 10, day + 1) - 1;
  return texts($, $('main ul > li'))
    .filter((words) => words.includes(thai('books.collected')))
    .filter((words) => momentIn(words) <= end && momentIn(words) + holdDays * DAY_MS > end)
    .map(satangIn);
}

/** Paid orders that have no receipt. @param {Page} page */
export function readAnswerables({ $ }) {
  return $('main li')
    .toArray()
    .map((line) => ({
      total: satangIn(tidy($(line).text())),
      path: $(line).find('a[href*="/receipts/for/"]').attr('href'),
    }))
    .filter(({ path }) => path);
}

/** The papers that are not in the book yet. @param {Page} page */
export function readEnvelope({ $ }) {
  return $('details li')
    .toArray()
    .map((line) => {
      const [paper, enter] = $(line).find('a[href]').toArray();
      const kind = /document=(\w+)/.exec($(enter).attr('href'))[1];
      const on = new Date(dayBehind(tidy($(line).find('p > span').text())));
      return {
        path: $(paper).attr('href'),
        enter: $(enter).attr('href'),
        kind,
        day: on.getUTCMonth() === 10 ? on.getUTCDate() : 0,
      };
    });
}

/** What comes and goes in each of four weeks, from the items that are known. @param {Page} page */
export function readCash({ $ }) {
  const weeks = texts($, $('fieldset > p')).map((words) => words.split('–').map(momentIn));
  const items = $('section li')
    .toArray()
    .map((line) => ({
      on: momentIn(tidy($(line).find('span.block').text())),
      words: tidy($(line).find('strong').text()),
    }));
  return weeks.map(([from, to]) => {
    const mine = items.filter(({ on }) => on >= from && on <= to);
    const of = (sign) =>
      mine.filter(({ words }) => words.startsWith(sign)).reduce((all, { words }) => all + satangIn(words), 0);
    return { in: of('+'), out: of('−') };
  });
}
