import { describe, expect, it } from '@jest/globals';
import { booksSetup } from '../../market/bookkeeping/books-setup.js';
import { booksFor, booksTemplate } from './books-template.js';
import { loadExercises } from './exercise-loader.js';

const WORDS = { title: { th: 'ก', en: 'a' }, text: { th: 'ก', en: 'a' } };
const paper = (key: string, amountSatang: unknown) => ({ key, day: 1, kind: 'expense', amountSatang, ...WORDS });
const template = (...amounts: unknown[]) =>
  booksTemplate.parse({ papers: amounts.map((amount, at) => paper(`p${at}`, amount)) });
const sums = (books: ReturnType<typeof template>, seed: string) =>
  booksFor(books, seed).papers?.map(({ amountSatang }) => amountSatang);

describe('the papers of an attempt', () => {
  it('have the sums of its seed, each within its bounds and in quarters of a baht', () => {
    const books = template([3_001, 5_200], [3_001, 5_200], 700);
    expect(sums(books, 'a')).toEqual(sums(books, 'a'));
    expect(sums(books, 'a')).not.toEqual(sums(books, 'b'));
    expect(new Set(sums(books, 'a')).size).toBe(3);
    for (let seed = 0; seed < 200; seed += 1) {
      const [one = 0, other = 0, fixed] = sums(books, String(seed)) ?? [];
      for (const satang of [one, other]) {
        expect(satang % 25).toBe(0);
        expect(satang).toBeGreaterThanOrEqual(3_025);
        expect(satang).toBeLessThanOrEqual(5_200);
      }
      expect(fixed).toBe(700);
    }
  });

  it('may be the bounds themselves, and are refused where nothing lies between', () => {
    expect(sums(template([5_000, 5_000]), 'a')).toEqual([5_000]);
    expect(() => template([5_200, 3_000])).toThrow();
    expect(() => template([26, 49])).toThrow();
  });

  it('leave out nothing else of an exercise’s books, and are what a market takes', () => {
    for (const { books } of loadExercises()) {
      if (!books) continue;
      const drawn = booksFor(books, 'a');
      expect(booksSetup.parse(drawn)).toEqual(drawn);
      expect(Object.keys(drawn).sort()).toEqual(Object.keys(books).sort());
    }
  });
});
