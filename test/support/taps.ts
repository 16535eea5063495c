import type { Visitor } from './visitor.js';

/** What pressing a button would send, so that it can be sent many times at once. */
export interface Tap {
  base: string;
  path: string;
  body: string;
  cookie: string;
  /** The page that it is sent from, where that matters. */
  referer?: string;
}

export interface Tapped {
  status: number;
  /** Where it leads. */
  to: string;
  text: string;
}

/** The button with these words on the page that the visitor has before her. */
export function tapOf(me: Visitor, words: string, fields: Record<string, string> = {}): Tap {
  const { $ } = me.page;
  const button = $('button')
    .filter((_i, element) => $(element).text().trim() === words)
    .first();
  if (button.length === 0) throw new Error(`No button says "${words}" on ${me.page.path}:\n${$('main').text()}`);
  return tapOn(me, button, fields);
}

/** The first button of the form with this address, where the words may change or several buttons say the same. */
export function tapIn(me: Visitor, action: string, fields: Record<string, string> = {}): Tap {
  const button = me.page.$(`form[action="${action}"] button`).first();
  if (button.length === 0) throw new Error(`No form goes to ${action} on ${me.page.path} (${me.page.status}).`);
  return tapOn(me, button, fields);
}

function tapOn(me: Visitor, button: ReturnType<Visitor['page']['$']>, fields: Record<string, string>): Tap {
  const form = button.closest('form');
  const body = new URLSearchParams(form.serializeArray().map(({ name, value }) => [name, value]));
  const name = button.attr('name');
  if (name) body.set(name, button.attr('value') ?? '');
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  const path = new URL(form.attr('action') ?? me.page.path, me.base).pathname;
  return { base: me.base, path, body: body.toString(), cookie: me.cookie('taladlab') };
}

/** Sends it and goes nowhere. `status` is 0 when the app was gone before it answered. */
export async function tap({ base, path, body, cookie, referer }: Tap): Promise<Tapped> {
  const from: Record<string, string> = referer ? { referer: base + referer } : {};
  const headers = { origin: base, cookie, 'content-type': 'application/x-www-form-urlencoded', ...from };
  try {
    const answer = await fetch(base + path, { method: 'POST', redirect: 'manual', headers, body });
    const text = await answer.text();
    return { status: answer.status, to: answer.headers.get('location') ?? '', text };
  } catch {
    return { status: 0, to: '', text: '' };
  }
}

/** How many answers had each status. */
export function tally(answers: ReadonlyArray<{ status: number }>): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
