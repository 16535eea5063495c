import { load } from 'cheerio';
import { Form, tidy } from './form.mjs';

/** A page as somebody sees it: words, links, and forms by the words on their buttons. */
export class Page {
  /**
   * @param {string} html
   * @param {string} url
   * @param {number} status
   */
  constructor(html, url, status) {
    this.$ = load(html);
    this.url = url;
    this.status = status;
  }

  get path() {
    return new URL(this.url).pathname;
  }

  /** What the page says, without the frame around it. */
  get text() {
    return tidy(this.$('main').text());
  }

  /** @param {string} words */
  says(words) {
    return this.text.includes(words);
  }

  /**
   * Where the link with these words leads.
   * @param {string} words
   * @returns {string}
   */
  link(words) {
    const found = this.#withWords('a[href]', words);
    if (found.length === 0) throw new Error(`No link says "${words}". ${this.#seen()}`);
    return found.first().attr('href');
  }

  /**
   * Where the link leads that stands in the same line of a list as these words.
   * @param {string} words
   * @returns {string}
   */
  linkBeside(words) {
    const line = this.$('li').filter((_i, each) => tidy(this.$(each).text()).includes(words));
    const href = line.last().find('a[href]').attr('href');
    if (!href) throw new Error(`No link stands beside "${words}". ${this.#seen()}`);
    return href;
  }

  /**
   * Where the links lead that stand in lines or cards with these words, e.g. whatever waits in a list.
   * @param {string} words
   * @returns {string[]}
   */
  linksBeside(words) {
    const lines = this.$('main li').filter((_i, each) => tidy(this.$(each).text()).includes(words));
    return lines.map((_i, each) => this.$(each).find('a[href]').attr('href')).get();
  }

  /**
   * All words of the choice that has these in it.
   * @param {string[]} words
   */
  labelWith(...words) {
    const labels = this.$('main label').map((_i, each) => tidy(this.$(each).text()));
    const found = labels.get().find((label) => words.every((one) => label.includes(one)));
    if (!found) throw new Error(`No choice says "${words.join('" and "')}". ${this.#seen()}`);
    return found;
  }

  /**
   * Links whose words begin so, e.g. all orders of a list.
   * @param {string} start
   * @returns {string[]}
   */
  linksStarting(start) {
    return this.$('main a[href]')
      .filter((_i, each) => tidy(this.$(each).text()).startsWith(start))
      .map((_i, each) => this.$(each).attr('href'))
      .get();
  }

  /**
   * The form whose button says this.
   * @param {string} words
   * @param {string} [within] words of the card or line in which it stands, where several buttons say the same
   */
  form(words, within) {
    const buttons = this.#withWords('form button', words).filter(
      (_i, each) => !within || tidy(this.$(each).closest('section, li').text()).includes(within),
    );
    if (buttons.length === 0) throw new Error(`No form can be sent by "${words}". ${this.#seen()}`);
    return new Form(this.$, buttons.first(), this.path);
  }

  /**
   * What a list of terms says: the words beside the term.
   * @param {string} term
   */
  beside(term) {
    const found = this.#withWords('dt', term).first().next('dd');
    if (found.length === 0) throw new Error(`Nothing is told of "${term}". ${this.#seen()}`);
    return tidy(found.text());
  }

  /**
   * What a table says: the cell beside the heading of a row.
   * @param {string} heading
   */
  rowBeside(heading) {
    const found = this.#withWords('th', heading).first().next('td');
    if (found.length === 0) throw new Error(`No row is headed "${heading}". ${this.#seen()}`);
    return tidy(found.text());
  }

  /**
   * The sum in a row of a table, in satang.
   * @param {string} heading
   */
  sum(heading) {
    return Math.round(Number(/฿([\d,]+(?:\.\d+)?)/.exec(this.rowBeside(heading))[1].replaceAll(',', '')) * 100);
  }

  #withWords(selector, words) {
    return this.$(selector).filter((_i, each) => tidy(this.$(each).text()) === words);
  }

  #seen() {
    return `${this.path} (${this.status}) says: ${this.text.slice(0, 400)}`;
  }
}
