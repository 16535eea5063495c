import { describe, expect, it } from '@jest/globals';
import { attemptSeed } from './attempt-seed.js';

describe('the seed of an attempt', () => {
  it('is the same whenever it is worked out again', () => {
    expect(attemptSeed('key', 'asg_1', 'per_1', 1)).toBe(attemptSeed('key', 'asg_1', 'per_1', 1));
  });

  it('differs by learner, assignment, number and server', () => {
    const seeds = [
      attemptSeed('key', 'asg_1', 'per_1', 1),
      attemptSeed('key', 'asg_1', 'per_2', 1),
      attemptSeed('key', 'asg_2', 'per_1', 1),
      attemptSeed('key', 'asg_1', 'per_1', 2),
      attemptSeed('other', 'asg_1', 'per_1', 1),
    ];
    expect(new Set(seeds).size).toBe(5);
  });
});
