import { thai } from '../thai-words.mjs';
import { readAnswerables, readReceiptForm, readUnnoted, vatOn, vatWithin } from '../what-books-say.mjs';
import { ask } from './ask.mjs';

/** @typedef {import('../person.mjs').Person} Person */
/** What a receipt is called, and whether VAT is split out. @typedef {{ title: string, isSplit: boolean }} Form */

const receipts = (me) => `/m/${me.market}/money/receipts`;
const baht = (satang) => (satang / 100).toFixed(2);

/** As it is right: a tax invoice of who is registered, a plain receipt of anybody else. */
const right = (isRegistered) => ({ title: isRegistered ? 'tax_invoice' : 'receipt', isSplit: isRegistered });

/** @type {import('./ask.mjs').Step} */
export const giveReceipts = { name: 'give receipts', act: (me) => giveAll(me, right) };

/**
 * A receipt for every sale: where the shop is registered they are the papers that tell its VAT.
 * @param {Person} me
 * @param {(isRegistered: boolean, at: number) => Form} formOf
 */
export async function giveAll(me, formOf) {
  await me.visit(receipts(me));
  for (const [at, { path }] of readAnswerables(me.page).entries()) {
    await me.visit(path);
    const { total, taxable, isRegistered } = readReceiptForm(me.page);
    const { title, isSplit } = formOf(isRegistered, at);
    const split = isSplit && taxable > 0;
    await me.send(thai('books.receipt_issue'), [
      ask('books.title', thai(`books.title_${title}`)),
      ask('books.vat', thai(`books.vat_choice_${split ? 'split' : 'none'}`)),
      ...(split ? [ask('books.vat_amount', baht(vatWithin(taxable)))] : []),
      ask('books.total', baht(total)),
    ]);
    await me.send(thai('books.receipt_send'));
  }
}

/** @type {import('./ask.mjs').Step} */
export const giveNotes = { name: 'give notes', act: (me) => noteAll(me, true) };

/**
 * A note for all that went back of a receipt.
 * @param {Person} me
 * @param {boolean} isVatTold
 */
export async function noteAll(me, isVatTold) {
  await me.visit(receipts(me));
  for (const { path, receipt, amount } of readUnnoted(me.page)) {
    await me.visit(receipts(me));
    await me.visit(me.page.link(receipt));
    const { taxable, total } = receiptSums(me.page);
    await me.visit(path);
    const isRegistered = !me.page.says(thai('books.vat_not_registered'));
    // What had VAT in it goes back in proportion.
    const vat = vatWithin(Math.floor((2 * taxable * amount + total) / (2 * total)));
    const split = isRegistered && isVatTold && vat > 0;
    await me.send(thai('books.note_issue'), [
      ask('books.title', thai(`books.title_${isRegistered ? 'credit_note' : 'refund_note'}`)),
      ask('books.note_amount', baht(amount)),
      ask('books.vat', thai(`books.vat_choice_${split ? 'split' : 'none'}`)),
      ...(split ? [ask('books.vat_amount', baht(vat))] : []),
      ask('books.why_back', 'ของเสียหายระหว่างส่ง'),
    ]);
    me.vatBack.set(numberOn(me.page), isRegistered ? vat : 0);
    await me.send(thai('books.receipt_send'));
  }
}

/** `CN69-0001`. @param {import('../page.mjs').Page} page */
export const numberOn = (page) => /CN\d{2}-\d{4}/.exec(page.text)?.[0] ?? '';

/** Of a receipt: its total, and what of it has VAT in it. */
function receiptSums(page) {
  const total = page.sum(thai('books.total'));
  const vat = vatOn(page);
  return { total, taxable: vat > 0 ? page.sum(thai('books.before_vat')) + vat : 0 };
}
