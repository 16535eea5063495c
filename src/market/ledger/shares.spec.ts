import { describe, expect, it } from '@jest/globals';
import { partOf, shared } from './shares.js';

describe('a sum that is shared out', () => {
  it('is exactly the sum of its parts, and what is over goes to those who were cut the most', () => {
    expect(shared(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(shared(10, [99, 1])).toEqual([10, 0]);
    expect(shared(7, [2, 3, 5])).toEqual([1, 2, 4]);
    expect(shared(0, [5, 5])).toEqual([0, 0]);
  });
  it('is nobody else’s where nothing has a weight', () => expect(shared(5, [0, 0])).toEqual([5, 0]));
});

describe('the part of a fee', () => {
  it('is in proportion, half a satang up', () => {
    expect(partOf(100, 50, 100)).toBe(50);
    expect(partOf(1, 1, 2)).toBe(1);
    expect(partOf(1, 1, 3)).toBe(0);
    expect(partOf(84, 0, 24_000)).toBe(0);
    expect(partOf(84, 24_000, 24_000)).toBe(84);
  });
});
