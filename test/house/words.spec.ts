import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse as load } from 'yaml';
import { filesBelow } from './sources.js';
import { literalWords, namedKeys } from './words.js';

type Carrier = { key: string; name: { th: string; en: string } };
type Tree = { [key: string]: Tree | string };

function flat(tree: Tree, above: string): Array<[string, string]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ([[`${above}.${key}`, value]] as Array<[string, string]>)
      : flat(value, `${above}.${key}`),
  );
}

function catalogue(language: string): Map<string, string> {
  const folder = `views/catalogues/${language}`;
  return new Map(
    readdirSync(folder).flatMap((file) =>
      flat(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Tree, file.replace(/\.json$/, '')),
    ),
  );
}

const thai = catalogue('th');
const english = catalogue('en');
const templates = filesBelow('views', '.hbs');
/** i18next asks for `key_one` or `key_other` when it is given a count; Thai has one form, English two. */
const withoutPlural = (key: string) => key.replace(/_(one|other|zero)$/, '');
const keysOf = (words: Map<string, string>) => [...new Set([...words.keys()].map(withoutPlural))].sort();
const holes = (text: string) => [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])].sort();
/** What is the same in every language: names, codes, and the name of the other language in its own words. */
const SAME_IN_ALL = /^common\.other_language/;

describe('the words that people read', () => {
  it('has every key in Thai and in English', () => {
    expect(keysOf(thai).filter((key) => !keysOf(english).includes(key))).toEqual([]);
    expect(keysOf(english).filter((key) => !keysOf(thai).includes(key))).toEqual([]);
  });

  it('says everything in Thai letters, apart from what only fills in values', () => {
    const foreign = [...thai].filter(([key, text]) => {
      const own = text.replace(/\{\{[^}]*\}\}|<[^>]*>/g, '');
      return /[a-z]{3,}/i.test(own) && !/[ก-๙]/.test(own) && !SAME_IN_ALL.test(key);
    });
    expect(foreign).toEqual([]);
  });

  it('leaves no Thai in the English words', () => {
    const foreign = [...english].filter(([key, text]) => /^[^a-z]*[ก-๙][^a-z]*$/i.test(text) && !SAME_IN_ALL.test(key));
    expect(foreign).toEqual([]);
  });

  it('fills the same values into both languages', () => {
    const uneven = [...thai].filter(
      ([key, text]) => english.has(key) && `${holes(text)}` !== `${holes(english.get(key) ?? '')}`,
    );
    expect(uneven).toEqual([]);
  });

  it('has a singular for every English count of things', () => {
    const isCount = (text: string) => /\{\{count\}\} (?:[a-z]+s|criteria|wait)\b/.test(text);
    const missing = [...english].filter(([key, text]) => isCount(text) && !english.has(`${withoutPlural(key)}_one`));
    expect(missing).toEqual([]);
  });

  it('finds every key that a template names', () => {
    const known = new Set(keysOf(thai));
    const unknown = templates.flatMap(({ path, text }) =>
      namedKeys(text)
        .filter((key) => !known.has(withoutPlural(key)))
        .map((key) => `${path}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('finds every key that the code names', () => {
    const known = new Set(keysOf(thai));
    const names = /(?:\bkey: |success\(|conflict\(|notFound\(|notAllowed\()\s*'([a-z_]+\.[a-z0-9_.-]+)'/g;
    const unknown = filesBelow('src', '.ts')
      .filter(({ path }) => !path.endsWith('.spec.ts') && !path.startsWith('src/practice/graders/'))
      .flatMap(({ path, text }) => [...text.matchAll(names)].map((match) => [path, match[1] ?? ''] as const))
      .filter(([, key]) => !known.has(withoutPlural(key)));
    expect(unknown).toEqual([]);
  });

  it('calls every carrier of a scenario what the scenario calls it', () => {
    const files = readdirSync('seeds/scenarios').map((file) => readFileSync(`seeds/scenarios/${file}`, 'utf8'));
    const carriers = files.flatMap((file) => (load(file) as { carriers?: Carrier[] }).carriers ?? []);
    expect(carriers.length).toBeGreaterThan(0);
    for (const { key, name } of carriers)
      expect([key, thai.get(`shops.carrier_${key}`), english.get(`shops.carrier_${key}`)]).toEqual([
        key,
        name.th,
        name.en,
      ]);
  });

  it.each(templates.map(({ path, text }) => [path, text] as const))('%s shows no words of its own', (_path, text) => {
    expect(literalWords(text)).toEqual([]);
  });

  it('sees words that a template shows by itself', () => {
    expect(literalWords('<p class="flow">{{#if a}}สวัสดี{{else}}Hello{{/if}} {{t "a.b"}}</p>')).toEqual([
      'สวัสดี',
      'Hello',
    ]);
    expect(literalWords('<img alt="ผ้าขาวม้า" src="{{src}}">')).toEqual(['ผ้าขาวม้า']);
    expect(literalWords('<a class="btn{{#if on}} btn-primary{{/if}}" href="/x">{{label}}</a>')).toEqual([]);
  });
});
