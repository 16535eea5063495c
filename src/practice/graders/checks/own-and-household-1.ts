import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { BooksFacts } from '../facts-books.js';

const BOOKS = { page: 'books' } as const;
const FORECAST = { page: 'forecast' } as const;

const messages = {
  no_drawing: 'blocked',
  none: 'not_attempted',
  not_recorded: 'not_met',
  as_expense: 'not_met',
  no_forecast: 'not_attempted',
  other_week: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;

/** ECU06.3.5: what the household took stands as drawing, never as expense; four weeks of cash in and out near those of the open items. */
export const ownAndHousehold1 = defineCheck({
  id: 'own-and-household@1',
  criterion: 'ECU06.3.5',
  params: z.strictObject({ percent: z.int().nonnegative().default(10) }),
  messages,
  judge(facts, { percent }): Said<Key> {
    const { books } = facts;
    const taken = books?.moneyEvents.filter(({ kind }) => kind === 'drawing') ?? [];
    if (!books || taken.length === 0)
      return { key: 'no_drawing', evidence: [absence('book_line.saved', BOOKS)], notObserved: true };
    if (books.lines.length === 0 && !books.forecast.saved)
      return { key: 'none', evidence: [absence('book_line.saved', BOOKS)] };
    for (const { id, title } of taken) {
      const said = drawingFault(facts, books, id);
      if (said) return { ...said, params: { title } };
    }
    return forecastFault(facts, books, percent) ?? met(facts, books, taken.length);
  },
});

function drawingFault(facts: Facts, { lines }: BooksFacts, id: string): Said<Key> | null {
  const line = lines.find(({ eventId }) => eventId === id);
  if (!line) return { key: 'not_recorded', evidence: [absence('book_line.saved', BOOKS)] };
  if (line.kind === 'drawing') return null;
  const path = `books.lines[${lines.indexOf(line)}].kind`;
  return {
    key: 'as_expense',
    evidence: [eventAt(facts, line.seq, 'book_line.saved', BOOKS), state(path, line.kind, BOOKS)],
  };
}

function forecastFault(facts: Facts, { forecast }: BooksFacts, percent: number): Said<Key> | null {
  const { engine, saved } = forecast;
  if (!saved) return { key: 'no_forecast', evidence: [absence('forecast.saved', FORECAST)] };
  for (const [index, right] of engine.entries()) {
    for (const way of ['in', 'out'] as const) {
      const said = saved.weeks[index]?.[way] ?? 0;
      if (Math.abs(said - right[way]) * 100 <= right[way] * percent) continue;
      const evidence = [
        eventAt(facts, saved.seq, 'forecast.saved', FORECAST),
        state(`books.forecast.saved.weeks[${index}].${way}`, said, FORECAST),
      ];
      return { key: 'other_week', params: { week: index + 1, way, said: said / 100 }, evidence };
    }
  }
  return null;
}

const met = (facts: Facts, { forecast }: BooksFacts, drawings: number): Said<Key> => ({
  key: 'met',
  params: { drawings },
  evidence: [eventAt(facts, forecast.saved?.seq ?? 0, 'forecast.saved')],
});
