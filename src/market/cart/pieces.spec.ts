import { describe, expect, it } from '@jest/globals';
import { piecesFrom } from './pieces.js';

describe('how many pieces somebody typed', () => {
  it.each([
    ['2', 2],
    ['๑๒', 12],
    [' 3 ', 3],
    ['0', 0],
    ['007', 7],
  ])('reads "%s" as %d', (typed, pieces) => expect(piecesFrom(typed)).toBe(pieces));

  it.each(['', 'สอง', '1.5', '-1', '1e3', '99999999', undefined, {}])('takes %p for no number', (typed) =>
    expect(piecesFrom(typed)).toBe(-1),
  );
});
