import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { seedPath } from '../../shared/seed-file.js';
import { checkName } from './check.js';
import { FAULTS } from './faulty-facts.js';
import { perfectFacts } from './perfect-facts.js';
import { CHECKS } from './registry.js';

type Sentences = Record<string, Record<string, string>>;
const read = (language: string): Sentences =>
  JSON.parse(readFileSync(seedPath(`../views/catalogues/${language}/checks.json`), 'utf8'));
const [thai, english] = [read('th'), read('en')];
const slots = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot]) => slot ?? '').sort();
const checks = [...CHECKS.values()];

describe('the sentences of the checks', () => {
  it('exist in Thai and English for every key that a check can say in one of its versions, and for no other', () => {
    for (const name of new Set(checks.map(({ id }) => checkName(id)))) {
      const versions = checks.filter(({ id }) => checkName(id) === name);
      const keys = new Set(versions.flatMap(({ messages }) => Object.keys(messages)));
      for (const catalogue of [thai, english]) {
        expect({ name, keys: Object.keys(catalogue[name] ?? {}).sort() }).toEqual({
          name,
          keys: [...keys].sort(),
        });
      }
    }
  });

  it('have the same slots in both languages', () => {
    for (const [name, sentences] of Object.entries(thai).filter(([, each]) => typeof each === 'object')) {
      for (const [key, sentence] of Object.entries(sentences)) {
        expect({ name, key, slots: [...new Set(slots(english[name]?.[key] ?? ''))] }).toEqual({
          name,
          key,
          slots: [...new Set(slots(sentence))],
        });
      }
    }
  });

  it('are short', () => {
    const long = Object.values(thai)
      .flatMap((each) => Object.values(each))
      .filter((sentence) => sentence.length > 130);
    expect(long).toEqual([]);
  });

  it.each(Object.keys(FAULTS))('find every slot filled for the work of %s', (robot) => {
    for (const check of checks) {
      const { key, params = {} } = check.judge(perfectFacts(FAULTS[robot]), {});
      const wanted = slots(thai[checkName(check.id)]?.[key] ?? '');
      expect({ id: check.id, key, missing: wanted.filter((slot) => params[slot] === undefined) }).toEqual({
        id: check.id,
        key,
        missing: [],
      });
    }
  });
});
