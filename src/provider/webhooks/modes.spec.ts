import { describe, expect, it } from '@jest/globals';
import { plan, retryDelay } from './modes.js';

describe('a webhook delivery', () => {
  it('goes out once and at once unless its mode says otherwise', () => {
    expect(plan('normal', 0, 100)).toEqual([{ state: 'pending', delay: 0, mode: 'normal' }]);
    expect(plan('drop', 1, 100)[0]?.state).toBe('dropped');
    expect(plan('duplicate', 1, 100)).toHaveLength(2);
    expect(plan('delay', 1, 100)[0]?.delay).toBe(100);
    expect(plan('bad_signature', 1, 100)).toEqual([{ state: 'pending', delay: 0, mode: 'bad_signature' }]);
  });

  it('that is reordered waits longer than the one after it', () => {
    const delays = [3, 2, 1].map((left) => plan('reorder', left, 100)[0]?.delay);
    expect(delays).toEqual([300, 200, 100]);
  });

  it('is tried again five times, ever later, and then given up', () => {
    expect([1, 2, 3, 4, 5, 6].map(retryDelay)).toEqual([1_000, 5_000, 30_000, 300_000, 3_600_000, null]);
  });
});
