import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { seedPath } from '../../shared/seed-file.js';
import { EVENT_TYPES } from '../graders/facts.js';
import { FAULTS } from '../graders/faulty-facts.js';
import { perfectFacts } from '../graders/perfect-facts.js';
import { CHECKS } from '../graders/registry.js';
import { decidingFact, keyOf, TOLD } from './evidence-words.js';

type Words = Record<'done' | 'not_done', Record<string, Record<string, string>>> & { what: Record<string, string> };
const catalogues = ['th', 'en'].map(
  (language) => JSON.parse(readFileSync(seedPath(`../views/catalogues/${language}/evidence.json`), 'utf8')) as Words,
);

describe('what decided a verdict', () => {
  it.each(Object.keys(EVENT_TYPES))('has a sentence for %s, done and not done, in both languages', (type) => {
    const [object = '', verb = ''] = type.split('.');
    for (const words of catalogues) {
      expect([words.done[object]?.[verb], words.not_done[object]?.[verb]]).toEqual([
        expect.any(String),
        expect.any(String),
      ]);
    }
  });

  it('has a name for every value that a check points at, and for no other', () => {
    const keys = Object.keys(TOLD).map(keyOf).sort();
    for (const { what } of catalogues) expect(Object.keys(what).sort()).toEqual(keys);
  });

  it.each(Object.keys(FAULTS))('is told in words for the work of %s', (robot) => {
    const untold = [...CHECKS.values()].flatMap((check) =>
      check
        .judge(perfectFacts(FAULTS[robot]), {})
        .evidence.filter((evidence) => decidingFact(evidence, []) === null)
        .map((evidence) => `${check.id}: ${JSON.stringify(evidence)}`),
    );
    expect(untold).toEqual([]);
  });

  it('says when, by the number of the event', () => {
    const evidence = { kind: 'event', seq: 7, type: 'label.created' } as const;
    const events = [{ seq: 7, at: '2026-11-02T03:05:00.000Z' }];
    expect(decidingFact(evidence, events)).toEqual({ kind: 'done', what: 'label.created', at: events[0]?.at });
    expect(decidingFact(evidence, [])).toEqual({ kind: 'done', what: 'label.created', at: null });
  });

  it('names a field once for all listings and choices', () => {
    const price = { kind: 'state', path: 'products[2].variants[1].price', value: 4500 } as const;
    expect(decidingFact(price, [])).toEqual({
      kind: 'value',
      what: 'products_variants_price',
      telling: 'money',
      value: 4500,
    });
    expect(decidingFact({ ...price, value: null }, [])).toEqual({ kind: 'empty', what: 'products_variants_price' });
  });

  it('does not show a learner why a check broke', () => {
    expect(decidingFact({ kind: 'state', path: 'check', value: 'TypeError: x' }, [])).toBeNull();
  });
});
