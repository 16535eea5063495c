import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

type Tree = { [key: string]: Tree | string };

const CATALOGUES = 'views/catalogues';
const files = readdirSync(`${CATALOGUES}/th`);
const sentencesOf = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : sentencesOf(value)));
const sentences = (language: string): string[] =>
  files.flatMap((file) => sentencesOf(JSON.parse(readFileSync(`${CATALOGUES}/${language}/${file}`, 'utf8')) as Tree));

const HOLE = /\{\{[^}]*\}\}/;
/** "{{value}} กรัม" would be found in the names of goods: what has a hole must say more than that. */
const LEAST_LETTERS = 10;
const isTelling = (sentence: string): boolean =>
  !HOLE.test(sentence) || (sentence.replace(new RegExp(HOLE, 'g'), '').match(/[ก-๙]/g)?.length ?? 0) >= LEAST_LETTERS;

/** What only the Thai catalogues say, and a sentence with holes whatever it was filled with. */
const english = new Set(sentences('en'));
const thai = [...new Set(sentences('th'))].filter((sentence) => /[ก-๙]/.test(sentence) && !english.has(sentence));
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (sentence: string) => sentence.split(HOLE).map(literal).join('.{1,80}');
const OUR_THAI = `^(?:${thai.filter(isTelling).map(pattern).join('|')})$`;
const A_KEY = `\\b(?:${files.map((file) => file.replace('.json', '')).join('|')})\\.[a-z][a-z0-9_]+\\b(?![.@/])`;

/** Keys of the catalogues that the page at hand shows instead of their sentences. */
export const rawKeys = (page: Page): Promise<string[]> => page.evaluate(keysOnPage, A_KEY);

/**
 * What a page in English still says in our own Thai words: a whole sentence, word or label of the catalogues. Names of goods,
 * shops and people are Thai in any language, and so is what people wrote: none of it is in a catalogue. What a paper was once written
 * with is marked as Thai, and a drawing is a picture.
 */
export const wordsLeftInThai = (page: Page): Promise<string[]> => page.evaluate(thaiOnPage, OUR_THAI);

/** Runs inside the browser. */
function keysOnPage(key: string): string[] {
  const found = `${document.title}\n${document.body.innerText}`.match(new RegExp(key, 'g')) ?? [];
  return [...new Set(found)].map((word) => `it shows the key ${word}`);
}

/** Runs inside the browser. */
function thaiOnPage(ourThai: string): string[] {
  const READ_ALOUD = ['aria-label', 'placeholder', 'alt', 'title'];
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('script, textarea, svg, body [lang=th]')) texts.push(node.textContent ?? '');
  for (const element of document.querySelectorAll(READ_ALOUD.map((name) => `[${name}]`).join()))
    for (const name of READ_ALOUD) texts.push(element.getAttribute(name) ?? '');
  const isOurs = new RegExp(ourThai);
  const left = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => isOurs.test(text));
  const faults = [...new Set(left)].map((text) => `"${text.slice(0, 60)}" is left in Thai`);
  const { lang } = document.documentElement;
  return lang === 'en' ? faults : [...faults, `it says that its language is ${lang}`];
}
