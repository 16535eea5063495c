import { tidy } from './form.mjs';
import { thai } from './thai-words.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** Goods of a shelf as the form for a written order names them. @typedef {{ label: string, name: string, satang: number }} Shelved */
/** A line of the bank's. @typedef {{ satang: number, from: string, reference: string, choice?: string, match?: string }} Line */

/** The first sum in some words, in satang. */
function satangIn(words) {
  const found = /฿([\d,]+(?:\.\d+)?)/.exec(words);
  if (!found) throw new Error(`No sum stands in "${words}".`);
  return Math.round(Number(found[1].replaceAll(',', '')) * 100);
}

/** What came into the account, as somebody would type it. @param {Page} page */
export function readCredit(page) {
  return (satangIn(page.text.slice(page.text.indexOf(thai('bank.in')))) / 100).toFixed(2);
}

/** @param {Page} page @returns {Shelved[]} */
export function readShelf({ $ }) {
  return $('label:has(input[inputmode=numeric])')
    .toArray()
    .map((label) => {
      const words = $(label).children('span');
      const below = tidy(words.children('span').text());
      const name = tidy(words.clone().children('span').remove().end().text()).replace(' · ', ' ');
      return { label: tidy($(label).text()), name, satang: satangIn(below) };
    });
}

/**
 * What a buyer wants, from what she wrote, and what it costs to send it to her.
 * @param {Page} page
 * @param {Shelved[]} shelf
 */
export function readInquiry(page, shelf) {
  const { $ } = page;
  const said = tidy($('p.whitespace-pre-line').first().text());
  // "200 g" may also stand in "200 g salted": the longest name is hers.
  const goods = shelf.filter(({ name }) => said.includes(name)).sort((a, b) => b.name.length - a.name.length)[0];
  if (!goods) throw new Error(`Nothing of the shelf is wanted in "${said}".`);
  const after = said.slice(said.indexOf(goods.name) + goods.name.length);
  const way = tidy($('input[name=delivery]').first().closest('label').text());
  const heading = new RegExp(`^${thai('bank.request_heading').replace('{{name}}', '(.*)')}$`);
  const [, buyer] = heading.exec(tidy($('h1').text())) ?? [];
  return { goods, pieces: Number(/\d+/.exec(after)?.[0]), way, fee: satangIn(way), buyer };
}

/**
 * A slip beside the order and the bank's lines. The picture's words are read out to whoever does not see it.
 * @param {Page} page
 */
export function readSlip(page) {
  const { $ } = page;
  const says = slotsOf(thai('bank.slip_alt'), $('img.slip-picture').attr('alt'));
  const number = slotsOf(thai('bank.slip_heading'), tidy($('h1').text())).number;
  const choices = $('input[name=transferId]')
    .toArray()
    .map((each) => tidy($(each).closest('label').text()));
  const lines = $('section li:has(strong)')
    .toArray()
    .map((line) => readLine($, line))
    .map((line) => ({ ...line, choice: choices.find((one) => one.includes(line.reference)) }));
  const { payer, reference } = says;
  return {
    number,
    payer,
    reference,
    amount: satangIn(says.amount),
    total: satangIn(page.beside(thai('bank.order_total'))),
    lines,
  };
}

/** Lines of the statement; `match` leads to where an open one is matched. @param {Page} page @returns {Line[]} */
export function readStatement({ $ }) {
  return $('.bank-lines > li:has(strong)')
    .toArray()
    .map((line) => ({ ...readLine($, line), match: $(line).find('a[href]').attr('href') }));
}

/** What came for an order, and how much more that is than its sum: less is below nothing. @param {Page} page */
export function readOrderMoney(page) {
  const { $ } = page;
  const beside = (start) =>
    $('dt')
      .filter((_i, each) => tidy($(each).text()).startsWith(start))
      .toArray()
      .reduce((sum, each) => sum + satangIn(tidy($(each).next('dd').text())), 0);
  const came = beside(`${thai('bank.in')} ·`);
  const settled = beside(thai('bank.asked_top_up')) - beside(thai('bank.sent_back'));
  return { came, off: came + settled - satangIn(page.beside(thai('bank.order_total'))) };
}

function readLine($, line) {
  const words = tidy($(line).text());
  const [, from] = new RegExp(`${thai('bank.from')} (.*?) ?\\d`).exec(words) ?? [];
  return { satang: satangIn(words), from, reference: tidy($(line).find('.break-all').text()) };
}

/** What stands in the slots of a sentence. */
function slotsOf(sentence, text) {
  const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
  const found = new RegExp(`^${sentence.replace(/\{\{\w+\}\}/g, '(.*)')}$`).exec(text);
  if (!found) throw new Error(`"${text}" is not "${sentence}".`);
  return Object.fromEntries(names.map((name, at) => [name, found[at + 1]]));
}
