import { describe, expect, it } from '@jest/globals';
import { chosenPeriod, isWithin, periodsOf, typedDay, weekOf } from './period.js';

const opened = new Date('2026-11-04T01:00:00Z');

describe('a period of the books', () => {
  it.each([
    ['2026-11-02', '2026-11-02', '2026-11-08'],
    ['2026-11-08', '2026-11-02', '2026-11-08'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
  ])('is the week of %s', (day, from, to) => {
    expect(weekOf(day)).toEqual({ from, to });
  });

  it('is each week since the market opened, newest first, by the day in Bangkok', () => {
    // It is Monday already in Bangkok.
    const weeks = periodsOf(undefined, opened, new Date('2026-11-15T18:00:00Z'));
    expect(weeks.map(({ from }) => from)).toEqual(['2026-11-16', '2026-11-09', '2026-11-02']);
    expect(chosenPeriod(weeks, '2026-11-09').to).toBe('2026-11-15');
    expect(chosenPeriod(weeks, 'nonsense').from).toBe('2026-11-16');
  });

  it('is typed by the Buddhist year', () => {
    expect(typedDay('2026-11-02')).toBe('2/11/2569');
  });

  it('is what the makers of the market say, counted from its first day', () => {
    const [period] = periodsOf({ period: { from: 2, to: 8 } }, opened, opened);
    expect(period).toEqual({ from: '2026-11-05', to: '2026-11-11' });
    expect(isWithin(period!, '2026-11-05') && isWithin(period!, '2026-11-11')).toBe(true);
    expect(isWithin(period!, '2026-11-04') || isWithin(period!, '2026-11-12')).toBe(false);
  });
});
