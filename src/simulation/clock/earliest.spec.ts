import { describe, expect, it } from '@jest/globals';
import { earliest } from './earliest.js';

const at = (id: string, dueAt = '2026-11-02T09:00:00.000Z') => ({ id, dueAt });

describe('the earliest of what is due', () => {
  it('is the one with the earliest time', () => {
    const late = at('due_k3x9abcd.1.2.1', '2026-11-02T09:00:00.000Z');
    const early = at('due_k3x9abcd.1.9.1', '2026-11-02T08:00:00.000Z');
    expect(earliest([late, early])).toBe(early);
  });

  it('is at one moment the one that was asked for first, by number and not by letter', () => {
    const ninth = at('due_k3x9abcd.1.9.3');
    const tenth = at('due_k3x9abcd.1.10.1');
    expect(earliest([tenth, ninth])).toBe(ninth);
    expect(earliest([at('due_k3x9abcd.1.9.10'), ninth])).toBe(ninth);
  });

  it('is nothing where nothing is due', () => {
    expect(earliest([])).toBeNull();
  });
});
