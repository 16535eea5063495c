import { describe, expect, it } from '@jest/globals';
import { GRAMS, MILLIMETRES, measureFrom } from './measures.js';

describe('a weight or size as people write it', () => {
  it.each([
    ['230', 230],
    ['๒๓๐ กรัม', 230],
    ['1,200', 1200],
    ['1.5 กก.', 1500],
    ['๑.๑๕ กิโล', 1150],
    ['3 ขีด', 300],
    ['0.25 KG', 250],
    ['12.0', 12],
  ])('reads %s as %d grams', (typed, grams) => expect(measureFrom(typed, GRAMS)).toBe(grams));

  it.each([
    ['180', 180],
    ['45 ซม.', 450],
    ['4.5 cm', 45],
    ['1.2 ม.', 1200],
    ['24 เซนติเมตร', 240],
  ])('reads %s as %d millimetres', (typed, mm) => expect(measureFrom(typed, MILLIMETRES)).toBe(mm));

  it.each(['หนัก', '2 ถุง', '45 ซม.', '-3', '1.5', '.', ',', '1,5 กก.', '100000 กก.'])(
    'does not guess at %s in grams',
    (typed) => expect(measureFrom(typed, GRAMS)).toBeNull(),
  );
});
