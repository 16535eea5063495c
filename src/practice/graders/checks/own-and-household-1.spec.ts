import { describe, expect, it } from '@jest/globals';
import type { BooksFacts } from '../facts-books.js';
import { booksSaid, fullySaidOf } from '../spec-support.js';

const say = (change: (books: BooksFacts) => void) => booksSaid('own-and-household@1', change);
const week = (place: number, change: object) =>
  say(({ forecast }) => Object.assign(forecast.saved?.weeks[place] ?? {}, change));

describe('the shop\u2019s money and the household\u2019s', () => {
  it('stand apart: what the household took is a drawing, never an expense', () => {
    expect(say(({ lines }) => Object.assign(lines[2] ?? {}, { kind: 'expense' }))).toBe('as_expense');
    expect(say(({ lines }) => lines.pop())).toBe('not_recorded');
  });

  it('are forecast within ten percent for each of four weeks, in and out', () => {
    expect(week(0, { in: 27000 })).toBe('met');
    expect(week(0, { in: 26999 })).toBe('other_week');
    expect(week(1, { out: 16501 })).toBe('other_week');
    expect(week(3, { in: 1 })).toBe('other_week');
  });

  it('name the week and the way', () => {
    const { params } = fullySaidOf('own-and-household@1', ({ books }) =>
      Object.assign(books?.forecast.saved?.weeks[2] ?? {}, { out: 500 }),
    );
    expect(params).toEqual({ week: 3, way: 'out', said: 5 });
  });

  it('are not finished without a forecast or a line, and not observed when nothing was taken', () => {
    expect(say(({ forecast }) => Object.assign(forecast, { saved: null }))).toBe('no_forecast');
    const untouched = say(({ lines, forecast }) => {
      lines.splice(0);
      forecast.saved = null;
    });
    expect(untouched).toBe('none');
    const said = fullySaidOf('own-and-household@1', ({ books }) => books?.moneyEvents.pop());
    expect([said.key, said.notObserved]).toEqual(['no_drawing', true]);
  });
});
