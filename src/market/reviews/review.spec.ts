import { describe, expect, it } from '@jest/globals';
import { authorOf, ratingOf, starShares } from './review.js';

describe('a rating', () => {
  it.each([
    [1, 5, '5.0'],
    [3, 13, '4.3'],
    [3, 14, '4.7'],
    [4, 17, '4.3'],
    [200, 1, '0.0'],
  ])('of %s reviews with %s stars is %s', (count, stars, average) => {
    expect(ratingOf(count, stars)).toEqual({ count, average });
  });

  it('is none where nobody has said anything', () => {
    expect(ratingOf(0, 0)).toBeNull();
  });

  it('tells how many gave how many stars', () => {
    const shares = starShares(
      new Map([
        [5, 2],
        [3, 1],
      ]),
    );
    expect(shares.map(({ stars, count, share }) => [stars, count, share])).toEqual([
      [5, 2, 67],
      [4, 0, 0],
      [3, 1, 33],
      [2, 0, 0],
      [1, 0, 0],
    ]);
    expect(starShares(new Map()).every(({ share }) => share === 0)).toBe(true);
  });
});

describe('who wrote it', () => {
  it.each([
    ['กมล ลองซื้อ', 'กมล ล.'],
    ['ขวัญใจ เดินตลาด', 'ขวัญใจ ด.'],
    ['  Ann   Lee ', 'Ann L.'],
    ['มะลิ', 'มะลิ'],
    ['มะลิ 123', 'มะลิ'],
    ['', ''],
  ])('%s reads %s', (name, author) => {
    expect(authorOf(name)).toBe(author);
  });
});
