import { describe, expect, it } from '@jest/globals';
import { plan, RETRY_SECONDS, readRetries, retryDelay } from './modes.js';

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
    const waits = [1, 2, 3, 4, 5, 6].map((attempts) => retryDelay(attempts, RETRY_SECONDS));
    expect(waits).toEqual([1, 5, 30, 300, 3600, null]);
  });

  it('is tried again as a setting says, and not at all where it says none', () => {
    expect(readRetries('2,60')).toEqual([2, 60]);
    expect(readRetries('none')).toEqual([]);
    expect(() => readRetries('soon')).toThrow('whole seconds');
  });
});
