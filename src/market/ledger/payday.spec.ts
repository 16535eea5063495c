import { describe, expect, it } from '@jest/globals';
import { nextPayday } from './payday.js';

const next = (now: string) => nextPayday(new Date(now), 1).toISOString();

describe('the next payday', () => {
  it('is the coming Monday at eight in Bangkok', () => {
    expect(next('2026-11-04T10:00:00.000Z')).toBe('2026-11-09T01:00:00.000Z');
    expect(next('2026-11-08T16:59:59.000Z')).toBe('2026-11-09T01:00:00.000Z');
  });
  it('is the same day until eight, and a week later from eight on', () => {
    expect(next('2026-11-08T17:00:00.000Z')).toBe('2026-11-09T01:00:00.000Z');
    expect(next('2026-11-09T00:59:59.999Z')).toBe('2026-11-09T01:00:00.000Z');
    expect(next('2026-11-09T01:00:00.000Z')).toBe('2026-11-16T01:00:00.000Z');
  });
});
