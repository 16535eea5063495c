import { describe, expect, it } from '@jest/globals';
import { changesBetween, type Said } from './changes.js';

type Outcome = Said['criteria'][number]['outcome'];

/** A grading with one check of 10 points for each criterion. */
function said(outcomes: Record<string, Outcome>, words: Record<string, string> = {}): Said {
  const entries = Object.entries(outcomes);
  const decided = entries.filter(([, outcome]) => outcome !== 'error' && outcome !== 'not_observed');
  return {
    criteria: entries.map(([code, outcome]) => ({ code, outcome })),
    checks: entries.map(([criterion, outcome]) => ({
      criterion,
      outcome: outcome === 'not_observed' ? 'blocked' : outcome,
      messageKey: words[criterion] ?? `check.${outcome}`,
      messageParams: {},
    })),
    points: decided.filter(([, outcome]) => outcome === 'met').length * 10,
    max: decided.length * 10,
  };
}

describe('what a regrade changes', () => {
  it('is nothing where the same is said', () => {
    expect(changesBetween(said({ a: 'met', b: 'not_met' }), said({ b: 'not_met', a: 'met' }))).toBeNull();
  });

  it('goes up where something is newly met', () => {
    expect(changesBetween(said({ a: 'met', b: 'not_met' }), said({ a: 'met', b: 'met' }))).toEqual({
      direction: 'up',
      criteria: [{ code: 'b', from: 'not_met', to: 'met' }],
      reworded: [],
      points: { from: 10, fromMax: 20, to: 20, toMax: 20 },
      isBroken: false,
    });
  });

  it('goes down as soon as one criterion is lost, whatever is gained beside it', () => {
    const changes = changesBetween(
      said({ a: 'met', b: 'not_met', c: 'not_met' }),
      said({ a: 'not_met', b: 'met', c: 'met' }),
    );
    expect(changes).toMatchObject({ direction: 'down', points: { from: 10, to: 20 } });
  });

  it('goes down where the same criteria give fewer points', () => {
    const before = { ...said({ a: 'met', b: 'not_met' }), points: 15 };
    expect(changesBetween(before, said({ a: 'met', b: 'not_met' }))?.direction).toBe('down');
  });

  it('takes nothing from anybody by no longer asking', () => {
    expect(changesBetween(said({ a: 'met', b: 'met' }), said({ a: 'met' }))).toMatchObject({
      direction: 'level',
      criteria: [{ code: 'b', from: 'met', to: null }],
    });
  });

  it('is level where one kind of not met becomes another', () => {
    expect(changesBetween(said({ a: 'not_met' }), said({ a: 'not_attempted' }))?.direction).toBe('level');
  });

  it('is words alone where the outcome is the same and the sentence is not', () => {
    expect(changesBetween(said({ a: 'not_met' }), said({ a: 'not_met' }, { a: 'check.why' }))).toMatchObject({
      direction: 'words',
      criteria: [],
      reworded: ['a'],
    });
  });

  it('says that a check broke, which lowers nobody but bars everything', () => {
    expect(changesBetween(said({ a: 'not_met' }), said({ a: 'error' }))).toMatchObject({ isBroken: true });
  });
});
