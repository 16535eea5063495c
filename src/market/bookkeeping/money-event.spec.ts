import { describe, expect, it } from '@jest/globals';
import type { MoneyPaper } from './books-setup.js';
import { eventsIn, moneyEvents, papersBy, trueProfit } from './money-event.js';

const opened = new Date('2026-11-02T01:00:00Z');
const paper = (key: string, day: number, kind: MoneyPaper['kind'], amountSatang: number): MoneyPaper => ({
  ...{ key, day, kind, amountSatang, title: { th: key, en: key }, text: { th: key, en: key } },
});
const setup = {
  papers: [paper('school', 3, 'drawing', 80_000), paper('yarn', 1, 'expense', 60_000), paper('late', 9, 'expense', 1)],
};
const sources = {
  sales: [
    { id: 'o1', number: 'TL-0001', totalSatang: 28_500, paidAt: '2026-11-02T03:00:00.000Z' },
    // Monday in Bangkok.
    { id: 'o2', number: 'TL-0002', totalSatang: 50_000, paidAt: '2026-11-08T17:30:00.000Z' },
  ],
  payouts: [
    { id: 'p1', at: '2026-11-06T01:00:00.000Z', feeSatang: 1_990 },
    { id: 'p2', at: '2026-11-06T02:00:00.000Z', feeSatang: 0 },
  ],
  refunds: [{ id: 'r1', number: 'TL-0001', amountSatang: 5_000, at: '2026-11-07T01:00:00.000Z' }],
};
const week = { from: '2026-11-02', to: '2026-11-08' };

describe('the money events of a shop', () => {
  const papers = papersBy(setup, opened, new Date('2026-11-08T05:00:00Z'));
  const events = moneyEvents(sources, papers);

  it('hold a paper from the day on which it came', () => {
    expect(papers.map(({ key }) => key)).toEqual(['yarn', 'school']);
    expect(papersBy(setup, opened, opened).map(({ key }) => key)).toEqual(['yarn']);
    expect(papersBy(undefined, opened, opened)).toEqual([]);
  });

  it('are sales, fees, refunds and papers of the period by the day in Bangkok; what cost nothing is none', () => {
    expect(eventsIn(events, week).map(({ id }) => id)).toEqual([
      'paper:yarn',
      'sale:o1',
      'paper:school',
      'fees:p1',
      'refund:r1',
    ]);
    expect(events.at(-1)?.id).toBe('sale:o2');
  });

  it('make the profit without what the household took', () => {
    expect(trueProfit(eventsIn(events, week))).toBe(28_500 - 60_000 - 1_990 - 5_000);
  });
});
