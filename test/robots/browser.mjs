import { Page } from './page.mjs';

const MOST_REDIRECTS = 5;

/** As little of a browser as a person needs: cookies, links, forms, redirects. One is one session. */
export class Browser {
  #cookies = new Map();
  /** @type {Page} */
  page;

  /** @param {string} base where the market is, e.g. http://127.0.0.1:3000 */
  constructor(base) {
    this.base = base;
  }

  /** @param {string} path */
  visit(path) {
    return this.#ask(path, {});
  }

  /**
   * Presses the link with these words.
   * @param {string} words
   */
  follow(words) {
    return this.visit(this.page.link(words));
  }

  /**
   * Sends a form as it stands.
   * @param {import('./form.mjs').Form} form
   */
  async submit(form) {
    const { action, method, body } = form.filled();
    if (method === 'get') return this.visit(`${action}?${body}`);
    return this.#ask(action, { method: 'POST', body, headers: { origin: this.base } });
  }

  /** What another browser must hold to go on with this session. */
  get cookies() {
    return Object.fromEntries(this.#cookies);
  }

  async #ask(path, request) {
    let wanted = new URL(path, this.page?.url ?? this.base);
    let asked = request;
    for (let turn = 0; turn <= MOST_REDIRECTS; turn += 1) {
      const answer = await fetch(wanted, { ...asked, redirect: 'manual', headers: this.#headers(asked.headers) });
      this.#keep(answer.headers.getSetCookie());
      const text = await answer.text();
      const next = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || !next) {
        this.page = new Page(text, wanted.href, answer.status);
        return this.page;
      }
      wanted = new URL(next, wanted);
      asked = {};
    }
    throw new Error(`${path} leads from one page to the next without an end.`);
  }

  #headers(more) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    // The pages come from this machine: packing them would only cost time.
    return { 'accept-encoding': 'identity', 'accept-language': 'th', ...more, ...(cookie ? { cookie } : {}) };
  }

  #keep(cookies) {
    for (const cookie of cookies) {
      const [pair] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
