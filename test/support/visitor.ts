import { type CheerioAPI, load } from 'cheerio';
import cookiejar from 'cookiejar';
import supertest from 'supertest';

const { CookieAccessInfo } = cookiejar;

/** The address of the app that serves this worker. */
export function appUrl(): string {
  const url = process.env.TALADLAB_URLS?.split(' ')[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
  if (!url) throw new Error('No app was started for this worker.');
  return url;
}

export interface Seen {
  status: number;
  path: string;
  html: string;
  $: CheerioAPI;
}

/** Somebody with a browser: keeps cookies, follows redirects, finds forms by what is written on them and sends what she finds in them. */
export class Visitor {
  private readonly agent: ReturnType<typeof supertest.agent>;
  page!: Seen;

  constructor(readonly base = appUrl()) {
    this.agent = supertest.agent(base);
  }

  async visit(path: string): Promise<Seen> {
    return this.see(await this.agent.get(path).redirects(5), path);
  }

  /** Presses the button or link with these words on the page at hand. */
  async press(words: string, fields: Record<string, string> = {}): Promise<Seen> {
    const { $ } = this.page;
    const button = $('button, a')
      .filter((_i, element) => $(element).text().trim() === words)
      .first();
    if (button.length === 0)
      throw new Error(`Nothing says "${words}" on ${this.page.path}:\n${$('main').text().replace(/\s+/g, ' ')}`);
    if (button.is('a')) return this.visit(button.attr('href') ?? '');
    return this.send(button, fields);
  }

  /** Presses the button of the form with this address, where several buttons say the same; `words` where several forms go there. */
  async pressIn(action: string, fields: Record<string, string> = {}, words?: string): Promise<Seen> {
    const buttons = this.page.$(`form[action="${action}"] button:not([formaction])`);
    const button = buttons.filter((_i, one) => !words || this.page.$(one).text().trim() === words).first();
    if (button.length === 0) throw new Error(`No form goes to ${action} on ${this.page.path}.`);
    return this.send(button, fields);
  }

  /** Opens a page and sends its form with files in it. */
  async upload(
    path: string,
    words: string,
    fields: Record<string, string>,
    files: Record<string, Buffer>,
  ): Promise<Seen> {
    const { $ } = await this.visit(path);
    const form = $('button')
      .filter((_i, element) => $(element).text().trim() === words)
      .closest('form');
    const request = this.agent
      .post(form.attr('action') ?? path)
      .set('origin', this.base)
      .set('referer', this.here);
    for (const { name, value } of form.serializeArray()) if (!(name in fields)) request.field(name, value);
    for (const [name, value] of Object.entries(fields)) request.field(name, value);
    for (const [name, content] of Object.entries(files)) request.attach(name, content, 'photo.jpg');
    return this.see(await request.redirects(5), path);
  }

  /** Goes on with a session that began elsewhere. */
  carry(cookie: string): this {
    this.agent.jar.setCookie(cookie);
    return this;
  }

  /** The cookie of this name as a browser would send it, or nothing. */
  cookie(name: string): string {
    const held = this.agent.jar.getCookie(name, CookieAccessInfo.All);
    return held ? held.toValueString() : '';
  }

  /** The whole address of the page at hand, as a browser names it to whom a form is sent. */
  private get here(): string {
    return new URL(this.page.path, this.base).href;
  }

  private async send(button: ReturnType<CheerioAPI>, fields: Record<string, string>): Promise<Seen> {
    const form = button.closest('form');
    const action = (button.attr('formaction') ?? form.attr('action') ?? this.page.path).replace(/#.*/, '');
    const body = new URLSearchParams(form.serializeArray().map(({ name, value }) => [name, value]));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    if (button.attr('name')) body.set(button.attr('name') as string, button.attr('value') ?? '');
    if (form.attr('method') !== 'post') return this.visit(`${action}?${body}`);
    return this.see(
      await this.agent
        .post(action)
        .set('origin', this.base)
        .set('referer', this.here)
        .type('form')
        .send(body.toString())
        .redirects(5),
      action,
    );
  }

  private see(response: supertest.Response, path: string): Seen {
    this.page = {
      status: response.status,
      path: response.redirects?.at(-1) ?? path,
      html: response.text ?? '',
      $: load(response.text ?? ''),
    };
    return this.page;
  }
}
