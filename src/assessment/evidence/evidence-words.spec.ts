import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Facts, parseFacts } from '../../practice/graders/facts.js';
import type { Evidence } from '../../practice/graders/finding.js';
import type { Grading } from '../../practice/graders/grade.js';
import { perfectFacts } from '../../practice/graders/perfect-facts.js';
import { seedPath } from '../../shared/seed-file.js';
import { evidenceLine } from './evidence-words.js';

const facts: Facts = perfectFacts();
const line = (evidence: Evidence) => evidenceLine(evidence, facts, 'th');
const words = (language: string) =>
  JSON.parse(readFileSync(seedPath(`../views/catalogues/${language}/assessment.json`), 'utf8'));

describe('evidence in words', () => {
  it('names a place of the facts, whichever of a list it is', () => {
    const said = line({ kind: 'state', path: 'products[0].variants[1].price', value: 4500 });
    expect(said).toMatchObject({
      key: 'assessment.fields.price',
      value: '฿45',
      anchor: `product-${facts.products[0]?.id}`,
    });
  });

  it('says when an event happened on the market clock, and leads to its object', () => {
    const event = facts.events.find(({ type }) => type === 'listing.published');
    const said = line({ kind: 'event', seq: event?.seq ?? 0, type: 'listing.published' });
    expect(said).toMatchObject({ key: 'assessment.events.listing_published', marketAt: event?.at });
    expect(said.anchor).toBe(`product-${event?.objectId}`);
  });

  it('names what was looked for and not found, an event or a field', () => {
    expect(line({ kind: 'absence', looked: 'label.created ord_9' }).key).toBe('assessment.events.label_created');
    expect(line({ kind: 'absence', looked: 'shop.publicPage.phone' }).key).toBe('assessment.fields.seller_phone');
    expect(line({ kind: 'absence', looked: 'photo role scale or label' }).key).toBe('assessment.fields.photo_scale');
  });

  it('leads nowhere for what was never frozen', () => {
    expect(line({ kind: 'absence', looked: 'x', where: { page: 'product', id: 'prd_gone' } }).anchor).toBeNull();
  });

  it('says what stands empty', () => {
    expect(line({ kind: 'state', path: 'products[0].variants[0].weightG', value: null }).valueKeys).toEqual([
      'assessment.empty',
    ]);
  });

  it.each(['first-sale-perfect', 'shop-ready-several-faults'])('has a name for all that decided %s', (name) => {
    const read = (kind: string) => JSON.parse(readFileSync(seedPath(`golden/${name}.${kind}.json`), 'utf8'));
    const frozen = parseFacts(read('facts'), name);
    const { checks } = read('grading').grading as Grading;
    const said = checks.flatMap(({ evidence }) => evidence).map((each) => evidenceLine(each, frozen, 'th').key);
    expect(said.filter((key) => key.endsWith('.other'))).toEqual([]);
    for (const language of ['th', 'en']) {
      const { assessment } = { assessment: words(language) };
      const lacking = said.filter(
        (key) =>
          key
            .split('.')
            .slice(1)
            .reduce((tree, part) => tree?.[part], assessment) === undefined,
      );
      expect(lacking).toEqual([]);
    }
  });
});
