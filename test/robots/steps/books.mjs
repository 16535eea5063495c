import { thai } from '../thai-words.mjs';
import { readCash, readCodHeld, readEnvelope, readMatchable, readPayout, satangIn, vatOn } from '../what-books-say.mjs';
import { ask } from './ask.mjs';
import { numberOn } from './receipts.mjs';

/** @typedef {import('../person.mjs').Person} Person */

const LAST_DAY = '29/11/2569';
/** Of November: the week is closed on the Sunday six days later. */
const FIRST_DAY = 23;
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
    ask('books.cod_question', baht(sum(readCodHeld(page, { day: FIRST_DAY + 6, holdDays: 5 })))),
  ],
};

/** Every paper of the week. @type {import('./ask.mjs').Step} */
export const writeTheBook = { name: 'write the book', act: (me) => enterAll(me, (line) => line) };

/**
 * @param {Person} me
 * @param {(line: Entry, paper: Seen) => Entry} change
 * @typedef {{ way: string, purse: string, category: string, amount: number, vat: number, isUnproven?: boolean }} Entry
 * @typedef {Entry & { isHousehold: boolean, isShort: boolean }} Seen
 */
export async function enterAll(me, change) {
  await me.visit(money(me, 'books'));
  const papers = readEnvelope(me.page).filter(({ day }) => day >= FIRST_DAY && day <= FIRST_DAY + 6);
  me.profit = 0;
  me.outputVat = 0;
  for (const { path, enter, day, kind } of papers) {
    await me.visit(path);
    const seen = entryOf(me, kind);
    const [sign] = seen.isHousehold ? [0] : seen.way === 'in' ? [1] : [-1];
    const line = change({ ...seen, purse: seen.isHousehold ? 'household' : 'shop' }, seen);
    const document = kind === 'memo' && !line.isUnproven ? await writeVoucher(me) : enter;
    await me.visit(document);
    const hasVat = me.page.says(thai('books.vat_of_line'));
    const vat = hasVat ? line.vat : 0;
    me.profit += sign * (seen.amount - (hasVat ? seen.vat : 0));
    if (sign > 0) me.outputVat += vat;
    await me.send(thai('books.line_save'), [
      ask('books.way', thai(`books.way_${line.way}`)),
      ask('books.purse', thai(`books.purse_${line.purse}`)),
      ask('books.how_much', baht(line.amount)),
      ...(vat > 0 ? [ask('books.vat_of_line', baht(vat))] : []),
      ask('books.which_day', `${day}/11/2569`),
      ask('books.category', thai(line.purse === 'shop' ? `books.category_${line.category}` : 'books.category_none')),
    ]);
  }
}

/** Where nobody gave a receipt: her own paper, and where it is entered. */
async function writeVoucher(me) {
  await me.send(thai('books.voucher_write'), [
    ask('books.payee', 'คนขับวินหน้าปากซอย'),
    ask('books.why_no_receipt', 'คนขับไม่มีใบเสร็จให้'),
  ]);
  return me.page.link(thai('books.enter_paper'));
}

/** What a paper tells: money in or out, of the shop or of the household, and the VAT that it splits out. */
function entryOf({ page, vatBack }, kind) {
  const bare = { vat: 0, isHousehold: false, isShort: false };
  if (kind === 'payout') {
    const { fees, feeVat } = readPayout(page);
    return { ...bare, way: 'out', category: 'fees', amount: fees, vat: feeVat };
  }
  if (kind === 'credit_note' || kind === 'refund') {
    const amount = satangIn(page.text.slice(page.text.indexOf(thai('books.refund_sum'))));
    return { ...bare, way: 'out', category: 'refund', amount, vat: vatBack.get(numberOn(page)) ?? 0 };
  }
  if (kind === 'receipt') {
    const amount = satangIn(page.rowBeside(thai('books.total')));
    return { ...bare, way: 'in', category: 'sale', amount, vat: vatOn(page) };
  }
  if (kind === 'order')
    return { ...bare, way: 'in', category: 'sale', amount: satangIn(page.beside(thai('orders.total'))) };
  const isHousehold = page.says('ลูก') || page.says('ในบ้าน');
  const category = page.says('กล่อง') ? 'packing' : page.says('ไปรษณีย์') ? 'shipping' : 'materials';
  const amount = satangIn(page.text.slice(page.text.indexOf(thai('books.amount'))));
  const isShort = page.says(thai('books.proof_short_tax_invoice'));
  const vat = page.says(thai('books.proof_full_tax_invoice')) ? vatOn(page) : 0;
  return { way: 'out', category, amount, vat, isHousehold, isShort };
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
