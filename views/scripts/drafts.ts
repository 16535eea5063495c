import { forget, keep, names, recall } from './storage';
import { word } from './words';

/** What somebody typed and has not sent. */
export interface Draft {
  at: number;
  /** The page that it was typed on, and what that page is called. */
  page: string;
  title: string;
  values: Record<string, string[]>;
}

const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** Whose page this is: a key from the server that tells nothing of her. Who is not signed in leaves nothing on the phone. */
export const person = word('person');
const prefix = `draft:${person}:`;

/** One form of one person: where it is sent, on the page as it was asked for. */
export const draftName = (form: HTMLFormElement): string =>
  `${prefix}${new URL(form.getAttribute('action') ?? '', location.href).pathname}${location.search}`;

export function draft(name: string): Draft | null {
  const kept = recall(name);
  return kept ? (JSON.parse(kept) as Draft) : null;
}

export function keepDraft(name: string, values: Draft['values']): void {
  const title = document.querySelector('h1')?.textContent?.trim() ?? '';
  const page = location.pathname + location.search;
  keep(name, JSON.stringify({ at: Date.now(), page, title, values } satisfies Draft));
}

export const forgetDraft = forget;

/** Hers, newest first. */
export function herDrafts(): Draft[] {
  const found = names().filter((name) => name.startsWith(prefix));
  return found.flatMap((name) => draft(name) ?? []).sort((a, b) => b.at - a.at);
}

export function forgetHers(): void {
  for (const name of names()) if (name.startsWith(prefix)) forget(name);
}

/** What lay there for two weeks nobody will send any more. */
export function forgetOld(): void {
  for (const name of names())
    if (name.startsWith('draft:') && (draft(name)?.at ?? 0) < Date.now() - KEPT_MS) forget(name);
}
