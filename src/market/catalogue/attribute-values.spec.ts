import { describe, expect, it } from '@jest/globals';
import { withoutUnit } from './attribute-values.js';

const grams = { th: 'กรัม', en: 'g' };
const days = { th: 'วัน', en: 'days' };
const millilitres = { th: 'มล.', en: 'ml' };

describe('a number with its unit', () => {
  it.each([
    ['200', grams, '200'],
    ['200 กรัม', grams, '200'],
    ['๒๐๐กรัม', grams, '200'],
    ['1 กก.', grams, '1000'],
    ['1,825 วัน', days, '1825'],
    ['30 days', days, '30'],
    ['250 มล.', millilitres, '250'],
  ])('%s is kept as the number alone', (typed, unit, kept) => expect(withoutUnit(typed, unit)).toBe(kept));

  it.each([
    ['2 เดือน', days],
    ['นานมาก', days],
    ['', grams],
  ])('%s stays as it was typed', (typed, unit) => expect(withoutUnit(typed, unit)).toBe(typed));
});
