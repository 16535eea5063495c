import { describe, expect, it } from '@jest/globals';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import { cast } from './casting.js';

const scenario = loadScenario('first-market');

describe('casting a learner', () => {
  it('gives the same person and count sheet for the same seed', () => {
    expect(cast(scenario, 'a-seed')).toEqual(cast(scenario, 'a-seed'));
  });

  it('gives goods that their seller really has', () => {
    for (const seed of ['1', '2', '3', '4', '5']) {
      const { persona, choice } = cast(scenario, seed);
      expect(persona.key).toBe(choice.seller);
    }
  });

  it('deals different learners different goods or counts', () => {
    const hands = Array.from({ length: 20 }, (_v, at) => cast(scenario, `learner-${at}`));
    expect(new Set(hands.map((hand) => hand.choice.goods)).size).toBeGreaterThan(3);
    expect(new Set(hands.map((hand) => JSON.stringify(hand.sheet))).size).toBeGreaterThan(15);
  });
});
