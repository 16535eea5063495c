import { describe, expect, it } from '@jest/globals';
import { whyNotBegin, windowState } from './assignment-window.js';

const nine = new Date('2026-11-24T02:00:00.000Z');
const noon = new Date('2026-11-24T05:00:00.000Z');
const at = (moment: string) => new Date(`2026-11-24T${moment}Z`);

describe('the time in which an assignment may be begun', () => {
  it('has no bounds unless the trainer set some', () => {
    expect(windowState({ opensAt: null, closesAt: null }, nine)).toBe('open');
  });

  it('begins with the opening moment and ends before the closing one', () => {
    const window = { opensAt: nine, closesAt: noon.toISOString() };
    expect(windowState(window, at('01:59:59.999'))).toBe('not_yet');
    expect(windowState(window, nine)).toBe('open');
    expect(windowState(window, at('04:59:59.999'))).toBe('open');
    expect(windowState(window, noon)).toBe('over');
  });

  it('tells the learner which of the two it is', () => {
    expect(whyNotBegin({ opensAt: noon, closesAt: null }, nine)).toBe('practice.window_not_yet');
    expect(whyNotBegin({ opensAt: null, closesAt: nine }, noon)).toBe('practice.window_over');
    expect(whyNotBegin({ opensAt: nine, closesAt: null }, noon)).toBeNull();
  });
});
