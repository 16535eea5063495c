import { thai } from '../thai-words.mjs';
import { readCredit, readInquiry, readOrderMoney, readShelf, readSlip, readStatement } from '../what-money-says.mjs';
import { ask } from './ask.mjs';
import { openOrder } from './order.mjs';

/** @typedef {import('../person.mjs').Person} Person */

const money = (me, place) => `/m/${me.market}/money/${place}`;
/** A choice of a list by all its words, which a reader has found. */
const choose = (label) => ({ key: label, label, answer: true });

/** @type {import('./ask.mjs').Step} */
export const linkTheAccount = {
  name: 'link the account',
  go: (me) => me.visit(money(me, 'account')),
  press: 'bank.link',
  answers: ({ page, card }) => [choose(page.labelWith(card.name, thai('bank.kind_own')))],
};

/** @param {Person} me */
export async function tryTheAccount(me) {
  await me.visit(money(me, 'account'));
  await me.send(thai('bank.test'));
  await me.send(thai('bank.look'));
  const amount = readCredit(me.page);
  await me.visit(money(me, 'account'));
  await me.send(thai('bank.verify'), [ask('bank.test_amount', amount)]);
}

/** @param {Person} me */
export async function openTheDoor(me) {
  await me.visit(`/m/${me.market}/shop`);
  await me.send(thai('shops.open'));
}

/** @type {import('./ask.mjs').Step} */
export const tryAndOpen = {
  name: 'try the account and open',
  act: async (me) => {
    await tryTheAccount(me);
    await openTheDoor(me);
  },
};

/** Everybody who wrote gets a request to pay. @type {import('./ask.mjs').Step} */
export const askForMoney = { name: 'ask for the money', act: (me) => askEverybody(me, (goods, fee) => goods + fee) };

/**
 * @param {Person} me
 * @param {(goods: number, fee: number) => number} sumOf what she asks for, in satang
 */
export async function askEverybody(me, sumOf) {
  await me.visit(money(me, 'requests'));
  const waiting = me.page.linksBeside(thai('bank.order_waits'));
  if (waiting.length === 0) throw new Error('Nobody wrote to the shop.');
  for (const path of waiting) {
    await me.visit(path);
    const { goods, pieces, way, fee, buyer } = readInquiry(me.page, readShelf(me.page));
    await me.send(thai('bank.make_qr'), [
      { key: 'pieces', label: goods.label, answer: String(pieces) },
      choose(way),
      ask('bank.ask_amount', baht(sumOf(goods.satang * pieces, fee))),
    ]);
    await me.send(thai('bank.send_request'));
    me.owing.set(buyer, /TL-\d+/.exec(me.page.text)[0]);
  }
}

/** Each slip beside the bank's lines. @type {import('./ask.mjs').Step} */
export const checkTheSlips = { name: 'check the slips', act: (me) => checkEverySlip(me, judge) };

/**
 * @param {Person} me
 * @param {(seen: ReturnType<typeof readSlip>) => { line?: string, reason?: string, isToSend?: boolean }} decide the line that it is taken for, or the reason
 */
export async function checkEverySlip(me, decide) {
  await me.visit(money(me, 'slips'));
  const waiting = me.page.linksBeside(thai('bank.result_open'));
  if (waiting.length === 0) throw new Error('Nobody showed a slip.');
  for (const path of waiting) {
    await me.visit(path);
    await me.send(thai('bank.look'));
    if (me.page.path !== path) await me.visit(path);
    const seen = readSlip(me.page);
    const { line, reason, isToSend } = decide(seen);
    if (line === thai('bank.trust_slip')) await trust(me, isToSend);
    else if (line) await accept(me, seen, line);
    else await refuse(me, seen, reason);
  }
}

/** Nobody looks for the money any more; what is sent then is sent on a slip. */
async function trust(me, isToSend) {
  const accepting = thai('bank.accept');
  await me.send(thai('bank.decide_now'), [
    ask('bank.accept', true, accepting),
    ask('bank.trust_slip', true, accepting),
  ]);
  if (isToSend) me.paid = me.page.path;
}

async function accept(me, seen, line) {
  const accepting = thai('bank.accept');
  await me.send(thai('bank.decide_now'), [ask('bank.accept', true, accepting), { ...choose(line), group: accepting }]);
  me.owing.set(seen.payer, seen.number);
  if (me.page.path.includes('/money/orders/')) me.uneven.push(me.page.path);
  else if (!me.paid) me.paid = me.page.path;
}

async function refuse(me, seen, reason) {
  const refusing = thai('bank.reject');
  await me.send(thai('bank.decide_now'), [ask('bank.reject', true, refusing), ask(reason, true, refusing)]);
  // Too little is still money of hers: it is to be matched, and the rest asked for.
  const isTrue = seen.lines.some(({ reference, satang }) => reference === seen.reference && satang === seen.amount);
  if (reason === 'bank.reason_amount' && isTrue) me.owing.set(seen.payer, seen.number);
  await me.send(thai('messages.send'));
}

/** What a careful seller makes of a slip. */
export function judge({ total, amount, payer, reference, lines }) {
  const line = lines.find((one) => one.reference === reference);
  if (!line) return { reason: 'bank.reason_not_in_bank' };
  if (line.from !== payer) return { reason: 'bank.reason_reference_used' };
  if (line.satang !== amount || amount < total) return { reason: 'bank.reason_amount' };
  return { line: line.choice };
}

/** @type {import('./ask.mjs').Step} */
export const matchTheMoney = {
  name: 'match the money',
  act: async (me) => {
    await me.visit(money(me, 'statement'));
    await me.send(thai('bank.look'));
    const open = readStatement(me.page).filter(({ from, match }) => match && me.owing.has(from));
    for (const { from, match } of open) {
      await me.visit(match);
      await me.send(thai('bank.match'), [choose(me.page.labelWith(me.owing.get(from)))]);
      const path = me.page.path;
      if (readOrderMoney(me.page).off !== 0 && !me.uneven.includes(path)) me.uneven.push(path);
    }
  },
};

/** @type {import('./ask.mjs').Step} */
export const putRight = { name: 'put the uneven right', act: (me) => putAllRight(me, (off) => off) };

/**
 * @param {Person} me
 * @param {(off: number, came: number) => number} backOf how much goes back where too much came, in satang
 */
export async function putAllRight(me, backOf) {
  for (const path of me.uneven) {
    await me.visit(path);
    const { off, came } = readOrderMoney(me.page);
    if (off > 0) await me.send(thai('bank.transfer_back'), [ask('bank.how_much', baht(backOf(off, came)))]);
    if (off < 0) await me.send(thai('bank.ask_now'), [ask('bank.how_much_more', baht(-off))]);
  }
}

/** To the order whose money she found in the bank. @type {import('./ask.mjs').Step} */
export const goToThePaidOrder = {
  name: 'go to the paid order',
  act: async (me) => {
    if (!me.paid) throw new Error('No slip was good.');
    await openOrder(me, me.paid);
  },
};

const baht = (satang) => (satang / 100).toFixed(2);
