import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../shared/canonical-json.js';
import { FAULTS } from './faulty-facts.js';
import { type GradedExercise, grade } from './grade.js';
import { perfectFacts } from './perfect-facts.js';
import { CHECKS } from './registry.js';

const everything: GradedExercise = {
  code: 'everything',
  version: 1,
  checks: [...CHECKS.values()].map(({ id, criterion }) => ({
    id,
    criterion,
    task: 't',
    weight: 2,
    params: {},
    needs: [],
  })),
  criteria: [...new Set([...CHECKS.values()].map(({ criterion }) => criterion))].map((code) => ({
    code,
    method: 'auto' as const,
    required: true,
  })),
};
const of = (results: { check: string; outcome: string }[], outcome: string) =>
  results.filter((result) => result.outcome === outcome).map(({ check }) => check);

describe('grading', () => {
  it('gives perfect work every point, each verdict with its evidence', () => {
    const grading = grade(perfectFacts(), everything, CHECKS);
    expect(grading.checks.filter(({ outcome }) => outcome !== 'met').map(({ messageKey }) => messageKey)).toEqual([]);
    expect([grading.points, grading.max, grading.declaredMax]).toEqual([58, 58, 58]);
    expect(grading.checks.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  it('gives untouched work nothing, no error and no verdict of wrong', () => {
    const grading = grade(perfectFacts(FAULTS.empty), everything, CHECKS);
    expect([grading.points, grading.errors]).toEqual([0, []]);
    expect(of(grading.checks, 'not_met')).toEqual([]);
    expect(of(grading.checks, 'blocked')).toEqual([
      'packing-document@1',
      'label@1',
      'tracking@1',
      'payment-request@1',
      'cash-on-delivery@1',
      'cash-on-delivery@2',
      'money-before-shipping@1',
      'bad-slips@1',
      'payment-differences@1',
      'period-matching@1',
      'payout-and-cod@1',
      'books-and-profit@1',
      'books-and-profit@2',
      'own-and-household@1',
    ]);
  });

  it('gives the same bytes for the same input', () => {
    const twice = [0, 1].map(() => canonicalJson(grade(perfectFacts(), everything, CHECKS)));
    expect(twice[0]).toBe(twice[1]);
  });

  it('turns a check that throws into an error that lowers nothing and names the check', () => {
    const broken = new Map(CHECKS);
    const title = CHECKS.get('title@1');
    if (!title) throw new Error('no title@1');
    broken.set('title@1', { ...title, judge: () => JSON.parse('{') });
    const grading = grade(perfectFacts(), everything, broken);
    expect(grading.errors).toEqual(['title@1']);
    expect([grading.points, grading.max, grading.leftOut]).toEqual([56, 56, 2]);
    expect(grading.criteria.find(({ code }) => code === 'ECU04.2.1')?.outcome).toBe('error');
  });

  it('calls a criterion not observed when the market sent no order, and not otherwise', () => {
    const outcome = (change: Parameters<typeof perfectFacts>[0]) =>
      grade(perfectFacts(change), everything, CHECKS).criteria.find(({ code }) => code === 'ECU05.3.1')?.outcome;
    expect(outcome((facts) => facts.orders.splice(0))).toBe('not_observed');
    expect(outcome((facts) => Object.assign(facts, { orders: [], products: [] }))).toBe('blocked');
  });

  it('blocks a check whose needed work is untouched, with the sentence of the real cause', () => {
    const needing = {
      ...everything,
      checks: everything.checks.map((check) => (check.id === 'tracking@1' ? { ...check, needs: ['label@1'] } : check)),
    };
    const noLabel = perfectFacts((facts) => {
      const shipment = facts.orders[0]?.shipment;
      if (shipment) Object.assign(shipment, { label: null, handedOverAt: null, handedOverSeq: null });
    });
    const tracking = grade(noLabel, needing, CHECKS).checks.find(({ check }) => check === 'tracking@1');
    expect(tracking).toMatchObject({ outcome: 'blocked', messageKey: 'label.none', points: 0 });
  });

  it('leaves the parts of a person to a person: both, and words that no list knows', () => {
    const exercise = {
      ...everything,
      criteria: everything.criteria.map((each) =>
        each.code === 'ECU03.2.3' ? { ...each, method: 'both' as const } : each,
      ),
    };
    const grading = grade(
      perfectFacts((facts) => facts.scenario.goods[0]?.kindNouns.splice(0, 9, 'ข้าวแต๋น')),
      exercise,
      CHECKS,
    );
    const asking = grading.criteria
      .filter(({ needsAssessor }) => needsAssessor)
      .map(({ code, outcome }) => [code, outcome]);
    expect(asking).toEqual([
      ['ECU03.2.3', 'met'],
      ['ECU04.2.1', 'needs_person'],
    ]);
    expect([grading.points, grading.max]).toEqual([56, 56]);
  });

  it('refuses an exercise that asks for a check that does not exist, or needs one that comes later', () => {
    const [first] = everything.checks;
    if (!first) throw new Error('no checks');
    const asking = (change: object) => () =>
      grade(perfectFacts(), { ...everything, checks: [{ ...first, ...change }] }, CHECKS);
    expect(asking({ id: 'magic@9' })).toThrow('magic@9, which does not exist');
    expect(asking({ needs: ['label@1'] })).toThrow('needs label@1, which does not come before');
  });
});
