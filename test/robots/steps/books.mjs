import { thai } from '../thai-words.mjs';
import {
  readAnswerables,
  readCash,
  readCodHeld,
  readEnvelope,
  readMatchable,
  readPayout,
  satangIn,
} from '../what-books-say.mjs';
import { ask } from './ask.mjs';

/** @typedef {import('../person.mjs').Person} Person */

const LAST_DAY = '22/11/2569';
const money = (me, place) => `/m/${me.market}/money/${place}`;
const baht = (satang) => (satang / 100).toFixed(2);
const choose = (label) => ({ key: label, label, answer: true });
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** What came since her last look is to be matched too. @type {import('./ask.mjs').Step} */
export const lookAtTheStatement = {
  name: 'look at the statement',
  go: (me) => me.visit(money(me, 'statement')),
  press: 'bank.look',
};

/** @type {import('./ask.mjs').Step} */
export const matchTheWeek = { name: 'match the week', act: (me) => matchAll(me, (pairs) => pairs) };

/**
 * Each credit with the order of its sum and day; what is left is for nobody.
 * @param {Person} me
 * @param {(pairs: Array<{ credit: string, order: string | null }>) => Array<{ credit: string, order: string | null }>} change
 */
export async function matchAll(me, change) {
  await me.visit(money(me, 'matching'));
  for (const { credit, order } of change(readMatchable(me.page))) {
    if (order) await me.send(thai('books.pair'), [choose(credit), choose(order)]);
    else await me.send(thai('books.reason_unknown'), [choose(credit)]);
  }
  await me.send(thai('books.matching_send'));
}

/** @type {import('./ask.mjs').Step} */
export const reckonThePayout = {
  name: 'reckon the payout',
  go: async (me) => {
    await me.visit(money(me, 'payouts'));
    await me.visit(me.page.linksBeside(thai('books.payout_open_question'))[0]);
  },
  press: 'books.answer_send',
  answers: ({ page }) => [ask('books.payout_question', baht(readPayout(page).net))],
};

/** @type {import('./ask.mjs').Step} */
export const reckonTheCourier = {
  name: 'reckon what the courier holds',
  go: (me) => me.visit(money(me, 'cod')),
  press: 'books.answer_send',
  answers: ({ page }) => [
    ask('books.cod_day', LAST_DAY),
    ask('books.cod_question', baht(sum(readCodHeld(page, { day: 22, holdDays: 5 })))),
  ],
};

/** @type {import('./ask.mjs').Step} */
export const giveReceipts = { name: 'give receipts', act: (me) => giveAll(me, () => thai('books.vat_choice_none')) };

/**
 * @param {Person} me
 * @param {(at: number) => string} vatOf what she says of VAT on each
 */
export async function giveAll(me, vatOf) {
  await me.visit(money(me, 'receipts'));
  for (const [at, { total, path }] of readAnswerables(me.page).slice(0, 3).entries()) {
    await me.visit(path);
    const vat = vatOf(at);
    const split =
      vat === thai('books.vat_choice_split') ? [ask('books.vat_amount', baht(Math.round((total * 7) / 107)))] : [];
    await me.send(thai('books.receipt_issue'), [
      ask('books.title', thai('books.title_receipt')),
      ask('books.vat', vat),
      ...split,
      ask('books.total', baht(total)),
    ]);
    await me.send(thai('books.receipt_send'));
  }
}

/** Every paper of the week. @type {import('./ask.mjs').Step} */
export const writeTheBook = { name: 'write the book', act: (me) => enterAll(me, (line) => line) };

/**
 * @param {Person} me
 * @param {(line: Entry, paper: { isHousehold: boolean, isBought: boolean }) => Entry} change
 * @typedef {{ way: string, purse: string, category: string, amount: number, document: string | null }} Entry
 */
export async function enterAll(me, change) {
  await me.visit(money(me, 'books'));
  const papers = readEnvelope(me.page).filter(({ day }) => day >= 16 && day <= 22);
  me.profit = 0;
  for (const { path, enter, day, kind } of papers) {
    await me.visit(path);
    const seen = entryOf(me.page, kind);
    me.profit += { in: seen.amount, out: -seen.amount, none: 0 }[seen.isHousehold ? 'none' : seen.way];
    const line = change({ ...seen, purse: seen.isHousehold ? 'household' : 'shop' }, seen);
    await me.visit(enter);
    await me.send(thai('books.line_save'), [
      ask('books.way', thai(`books.way_${line.way}`)),
      ask('books.purse', thai(`books.purse_${line.purse}`)),
      ask('books.how_much', baht(line.amount)),
      ask('books.which_day', `${day}/11/2569`),
      ask('books.category', thai(line.purse === 'shop' ? `books.category_${line.category}` : 'books.category_none')),
      ...(line.isWithoutPaper ? [ask('books.document', thai('books.no_paper'))] : []),
    ]);
  }
}

/** What a paper tells: money in or out, of the shop or of the household. */
function entryOf(page, kind) {
  if (kind === 'payout') return { way: 'out', category: 'fees', amount: readPayout(page).fees, isHousehold: false };
  if (kind !== 'paper') {
    const total = kind === 'order' ? page.beside(thai('orders.total')) : page.rowBeside(thai('books.total'));
    return { way: 'in', category: 'sale', amount: satangIn(total), isHousehold: false };
  }
  const isHousehold = page.says('ลูก');
  const category = page.says('กล่อง') ? 'packing' : 'materials';
  const amount = satangIn(page.text.slice(page.text.indexOf(thai('books.amount'))));
  return { way: 'out', category, amount, isHousehold, isBought: !isHousehold };
}

/** @type {import('./ask.mjs').Step} */
export const stateTheProfit = {
  name: 'state the profit',
  go: (me) => me.visit(money(me, 'books/result')),
  press: 'books.result_send',
  answers: ({ profit }) => [
    ask('books.result_question', thai(profit < 0 ? 'books.result_loss' : 'books.result_profit')),
    ask('books.how_much', baht(Math.abs(profit))),
  ],
};

/** @type {import('./ask.mjs').Step} */
export const forecastTheCash = {
  name: 'forecast the cash',
  go: (me) => me.visit(money(me, 'forecast')),
  press: 'books.forecast_save',
  answers: ({ page }) =>
    readCash(page).flatMap((week, at) => {
      const frame = `${thai('books.week')} ${at + 1}`;
      return [ask('books.cash_in', baht(week.in), frame), ask('books.cash_out', baht(week.out), frame)];
    }),
};
