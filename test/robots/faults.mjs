import { enterAll, matchAll } from './steps/books.mjs';
import { decideAll, fits, RIGHTS } from './steps/cod.mjs';
import { askEverybody, checkEverySlip, judge, openTheDoor, putAllRight, tryTheAccount } from './steps/money.mjs';
import { letADayPass } from './steps/order.mjs';
import { giveAll, noteAll } from './steps/receipts.mjs';
import { thai } from './thai-words.mjs';
import { readPayout, vatWithin } from './what-books-say.mjs';
import { readNeighbour } from './what-she-reads.mjs';

/** @typedef {import('./steps/ask.mjs').Answer} Answer */
/** @typedef {import('./person.mjs').Person} Person */

/**
 * One thing done otherwise than in the perfect play.
 * @typedef {object} Fault
 * @property {string} step the step of the play that it changes
 * @property {(me: Person) => Promise<unknown>} [look] where she looks for it before
 * @property {(answers: Answer[], me: Person) => Answer[]} [change] what she answers otherwise
 * @property {(me: Person) => Promise<unknown>} [instead] what she does in the step's place
 * @property {string} says message key of the verdict that must come of it
 * @property {string} [naming] catalogue key of words that the verdict must name
 */

/** Of each faulty robot its one fault. @type {Record<string, Fault>} */
export const FAULTS = {
  'trademark-name': {
    step: 'name the shop',
    look: async (me) => {
      await me.follow(thai('practice.go'));
      await me.follow(thai('common.market'));
      me.neighbour = readNeighbour(me.page);
    },
    change: (answers, me) => changed(answers, 'shops.name', () => me.neighbour),
    says: 'shop-identity.trademark',
  },
  'no-phone': {
    step: 'tell who sells',
    change: (answers) => changed(answers, 'shops.phone', () => ''),
    says: 'seller-contact.no_phone',
  },
  'fee-text-differs': {
    step: 'name the shop',
    change: (answers) => changed(answers, 'shops.description', (text) => `${text} ค่าส่ง 19 บาททั่วไทย`),
    says: 'shipping-profile.text_fee_differs',
  },
  'one-payment-method': {
    step: 'take payments',
    change: (answers) => without(answers, 'shops.pay_card'),
    says: 'payment-methods.too_few',
  },
  'short-return-days': {
    step: 'promise returns',
    change: (answers) => changed(answers, 'shops.return_days', () => '1'),
    says: 'returns-policy.too_few_days',
  },
  'two-photos': { step: 'use a picture of the detail', instead: async () => {}, says: 'photos.too_few' },
  'no-size-in-title': {
    step: 'describe the goods',
    change: (answers) => changed(answers, 'products.title', (title) => `${beforeNumbers(title)} ทำเองกับมือทุกขั้นตอน`),
    says: 'title.no_size',
  },
  'missing-allergen': {
    step: 'describe the goods',
    change: (answers, me) => without(answers, allergensOrLast(me)),
    says: 'attributes.missing',
  },
  'cure-claim': {
    step: 'describe the goods',
    change: (answers) => changed(answers, 'products.description', (text) => `${text} ช่วยรักษาเบาหวาน`),
    says: 'claims.claim',
  },
  'inbox-price': {
    step: 'describe the goods',
    change: (answers) => changed(answers, 'products.description', (text) => `${text} ราคาส่งทักแชทถามราคา`),
    says: 'price.ask_price',
  },
  'variant-without-weight': {
    step: 'describe the goods',
    change: (answers) => changed(answers, 'products.variant_weight', () => '', 'last'),
    says: 'variants.no_weight',
  },
  'wrong-opening-stock': {
    step: 'count the stock',
    change: ([first, ...rest]) => [{ ...first, answer: String(Number(first.answer) + 1) }, ...rest],
    says: 'opening-stock.differs',
  },
  'document-outside': {
    step: 'write the sales document',
    change: (answers) => changed(answers, 'parcels.placement', () => thai('parcels.outside')),
    says: 'packing-document.outside',
  },
  'wrong-postcode-label': {
    step: 'make the label',
    change: (answers) => changed(answers, 'parcels.postcode', (code) => (code === '10200' ? '10300' : '10200')),
    says: 'label.other_field',
    naming: 'checks.fields.postcode',
  },
  'no-tracking-message': {
    step: 'tell the buyer',
    // The first morning comes within the 24 hours.
    instead: async (me) => {
      await letADayPass(me);
      await letADayPass(me);
    },
    says: 'tracking.not_told',
  },
  'opens-untested': {
    step: 'try the account and open',
    instead: async (me) => {
      await openTheDoor(me);
      await tryTheAccount(me);
    },
    says: 'receiving-account.opened_first',
  },
  'request-without-delivery': {
    step: 'ask for the money',
    instead: (me) => askEverybody(me, (goods) => goods),
    says: 'payment-request.other_amount',
  },
  'sends-on-a-slip': {
    step: 'check the slips',
    instead: (me) => checkEverySlip(me, (seen) => trusting(judge(seen), !me.paid && isEven(seen), true)),
    says: 'money-before-shipping.sent_unpaid',
  },
  'accepts-a-forged-slip': {
    step: 'check the slips',
    instead: (me) => checkEverySlip(me, (seen) => trusting(judge(seen), isChanged(seen))),
    says: 'bad-slips.accepted',
  },
  'sends-back-all': {
    step: 'put the uneven right',
    instead: (me) => putAllRight(me, (_off, came) => came),
    says: 'payment-differences.other_amount',
  },
  'cod-outside-conditions': {
    step: 'decide what is paid at the door',
    instead: (me) => decideAll(me, () => true, RIGHTS),
    says: 'cash-on-delivery.outside',
  },
  'cod-without-rights': {
    step: 'decide what is paid at the door',
    instead: (me) => decideAll(me, fits, 'รับเก็บเงินปลายทางค่ะ เปิดดูของก่อนจ่ายได้เลย'),
    says: 'cash-on-delivery.no_claim_days',
  },
  'crossed-pairs': {
    step: 'match the week',
    instead: (me) => matchAll(me, crossed),
    says: 'period-matching.wrong_pair',
  },
  'payout-without-fees': {
    step: 'reckon the payout',
    change: (answers, { page }) =>
      changed(answers, 'books.payout_question', () => (readPayout(page).gross / 100).toFixed(2)),
    says: 'payout-and-cod.fees_kept',
  },
  'line-without-document': {
    step: 'write the book',
    instead: (me) => enterAll(me, (line) => ({ ...line, isUnproven: true })),
    says: 'books-and-profit.no_document',
  },
  'vat-unregistered': {
    step: 'give receipts',
    instead: (me) => giveAll(me, (_isRegistered, at) => ({ title: 'receipt', isSplit: at === 1 })),
    says: 'receipts.vat_unregistered',
  },
  'no-refund-note': { step: 'give notes', instead: async () => {}, says: 'receipts.no_note' },
  'plain-receipts': {
    step: 'give receipts',
    instead: (me) => giveAll(me, () => ({ title: 'receipt', isSplit: true })),
    says: 'receipts.no_tax_invoice',
  },
  'note-without-vat': { step: 'give notes', instead: (me) => noteAll(me, false), says: 'receipts.other_note_vat' },
  'vat-as-income': {
    step: 'state the profit',
    change: (answers, { profit, outputVat }) =>
      changed(answers, 'books.how_much', () => (Math.abs(profit + outputVat) / 100).toFixed(2)),
    says: 'books-and-profit.other_profit',
  },
  'short-invoice-vat-off': {
    step: 'write the book',
    instead: (me) => enterAll(me, (line, { isShort }) => (isShort && line.purse === 'shop' ? withVat(line) : line)),
    says: 'books-and-profit.other_vat',
  },
  'household-as-expense': {
    step: 'write the book',
    instead: (me) => enterAll(me, (line, { isHousehold }) => ({ ...line, purse: 'shop', isHousehold })),
    says: 'own-and-household.as_expense',
  },
};

/** The first two orders change their money. */
function crossed(pairs) {
  const [one, two] = pairs.filter(({ order }) => order);
  const orderOf = (credit) => ({ [one.credit]: two.order, [two.credit]: one.order })[credit];
  return pairs.map(({ credit, order }) => ({ credit, order: orderOf(credit) ?? order }));
}

const withVat = (line) => ({ ...line, vat: vatWithin(line.amount) });

/** What was decided, or the slip's word where somebody is careless. */
const trusting = (decided, isCareless, isToSend = false) =>
  isCareless ? { line: thai('bank.trust_slip'), isToSend } : decided;

const isEven = ({ amount, total, reference, lines }) =>
  amount === total && lines.some((line) => line.reference === reference && line.satang === total && line.choice);

/** More on the slip than in the bank. */
const isChanged = ({ amount, reference, lines }) =>
  lines.some((line) => line.reference === reference && line.satang < amount && line.choice);

/** The answers with one of them otherwise; the only answer to that question, or of several the last. */
function changed(answers, key, change) {
  const at = answers.findLastIndex((each) => each.key === key);
  if (at < 0) throw new Error(`Nobody asks ${key}.`);
  return answers.with(at, { ...answers[at], answer: change(answers[at].answer) });
}

function without(answers, key) {
  if (!answers.some((each) => each.key === key)) throw new Error(`Nobody asks ${key}.`);
  return answers.filter((each) => each.key !== key);
}

/** Goods that nobody eats have no allergens: there the last field that must be filled stays empty. */
function allergensOrLast({ page, sheet }) {
  const musts = sheet.label.map(({ term }) => term).filter((term) => page.form(thai('common.save')).isMust(term));
  return musts.find((term) => term.includes('แพ้')) ?? musts.at(-1);
}

/** A title up to its first number, where the size begins. */
const beforeNumbers = (title) => /^[^\d(]*/.exec(title)[0].trim();
