import { readGoodsSheet } from './goods-sheet.mjs';
import { thai } from './thai-words.mjs';
import { readCard } from './what-she-reads.mjs';

/** Somebody at a phone who plays an exercise. What she knows she has read on a page. */
export class Person {
  /** @type {import('./what-she-reads.mjs').Card} */
  card;
  /** The page of the attempt, to which she comes back to hand in. */
  attempt = '';
  /** Of whom she waits for money, by name: the number of the order. @type {Map<string, string>} */
  owing = new Map();
  /** Pages of orders for which too much or too little came. @type {string[]} */
  uneven = [];
  /** The page of an order that is paid. */
  paid = '';
  /** What her week brought, in satang, as she reckons it from the papers. */
  profit = 0;
  /** What VAT her sales of the week had in them, in satang. */
  outputVat = 0;
  /** The VAT that went back with each of her credit notes, by its number, whatever she wrote on it. @type {Map<string, number>} */
  vatBack = new Map();

  /** @param {import('./browser.mjs').Browser} browser */
  constructor(browser) {
    this.browser = browser;
  }

  get page() {
    return this.browser.page;
  }

  /** Begins where "preview as learner" leads: reads her card and remembers the place. */
  begin() {
    this.attempt = this.page.path;
    this.market = /\/m\/([a-z0-9]+)/.exec(this.page.link(thai('practice.go')))[1];
    this.card = readCard(this.page);
    this.sheet = readGoodsSheet(this.page);
  }

  /** @param {string} path */
  visit(path) {
    return this.browser.visit(path);
  }

  /**
   * Presses a link.
   * @param {string} words
   */
  follow(words) {
    return this.browser.follow(words);
  }

  /**
   * Fills in the form with this button and sends it.
   * @param {string} button
   * @param {import('./steps/ask.mjs').Answer[]} answers
   */
  async send(button, answers = []) {
    const form = this.page.form(button);
    for (const { label, answer, group } of answers) form.answer(label, answer, group);
    await this.browser.submit(form);
    if (this.page.status >= 400) throw new Error(`"${button}" was refused: ${this.page.text.slice(0, 600)}`);
    return this.page;
  }
}
