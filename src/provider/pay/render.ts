import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { words } from './words.js';

const view = (name: string): string =>
  readFileSync(new URL(`../../../views/provider/${name}`, import.meta.url), 'utf8');

const handlebars = Handlebars.create();
// Thai first and large, English beneath it and small.
handlebars.registerHelper('both', (key: string) => {
  const { th, en } = words(key);
  const safe = Handlebars.escapeExpression;
  return new Handlebars.SafeString(`<span>${safe(th)}</span><span class="en" lang="en">${safe(en)}</span>`);
});
// For what is no text on the page: a tab's title, a link's preview in a chat.
handlebars.registerHelper('th', (key: string) => words(key).th);
for (const name of ['page', 'transfer', 'card-picture']) handlebars.registerPartial(name, view(`${name}.hbs`));

const templates = {
  promptpay: handlebars.compile(view('promptpay.hbs'), { strict: true }),
  card: handlebars.compile(view('card.hbs'), { strict: true }),
  onboarding: handlebars.compile(view('onboarding.hbs'), { strict: true }),
  grabpay: handlebars.compile(view('grabpay.hbs'), { strict: true }),
  setup: handlebars.compile(view('setup.hbs'), { strict: true }),
  checkout: handlebars.compile(view('checkout.hbs'), { strict: true }),
  returning: handlebars.compile(view('returning.hbs'), { strict: true }),
  ended: handlebars.compile(view('ended.hbs'), { strict: true }),
};

export const renderPage = (name: keyof typeof templates, data: object): string => templates[name](data);

export const stylesheet = view('pay.css');
