import { describe, expect, it } from '@jest/globals';
import { DAY } from '../../shared/clock.js';
import { seededRandom } from '../../shared/seeded-random.js';
import { forecastOf, forecastWeeks, type OpenItem, plannedItems, saleItems } from './forecast.js';
import { dayAfter } from './period.js';

const START = '2026-11-09';
const item = (way: OpenItem['way'], on: string, amountSatang: number): OpenItem => ({
  ...{ what: 'fixed', way, on, amountSatang, name: 'x' },
});
const plan = (key: string, day: number, every?: 'week' | 'month') => ({
  ...{ key, day, every, way: 'out' as const, what: 'fixed' as const, amountSatang: 100, title: { th: key, en: key } },
});

describe('a forecast of four weeks', () => {
  it('counts each item in the week of its day, what is overdue in the first, what is later in none', () => {
    const items = [
      item('in', '2026-11-01', 1),
      item('in', '2026-11-15', 10),
      item('in', '2026-11-16', 100),
      item('out', '2026-12-06', 1_000),
      item('out', '2026-12-07', 10_000),
    ];
    expect(forecastOf(items, START)).toEqual([
      { in: 11, out: 0 },
      { in: 100, out: 0 },
      { in: 0, out: 0 },
      { in: 0, out: 1_000 },
    ]);
  });

  it('loses nothing and counts nothing twice', () => {
    const random = seededRandom('forecast');
    for (let turn = 0; turn < 200; turn += 1) {
      const items = Array.from({ length: random.whole(0, 15) }, () =>
        item(random.pick(['in', 'out']), dayAfter(START, random.whole(-10, 27)), random.whole(1, 99_999)),
      );
      const weeks = forecastOf(items, START);
      for (const way of ['in', 'out'] as const)
        expect(weeks.reduce((sum, week) => sum + week[way], 0)).toBe(
          items.filter((one) => one.way === way).reduce((sum, { amountSatang }) => sum + amountSatang, 0),
        );
    }
  });

  it('has what comes every week and every month each time, and a short month’s last day', () => {
    const opened = new Date('2026-11-02T01:00:00Z');
    const on = (planned: ReturnType<typeof plan>, starts = START) =>
      plannedItems([planned], opened, starts).map((one) => one.on);
    expect(on(plan('market', 3, 'week'))).toEqual(['2026-11-11', '2026-11-18', '2026-11-25', '2026-12-02']);
    expect(on(plan('rent', 1, 'month'))).toEqual(['2026-12-02']);
    expect(on(plan('power', 29, 'month'), '2027-02-20')).toEqual(['2027-02-28']);
    expect(on(plan('once', 10))).toEqual(['2026-11-11']);
    expect(on(plan('past', 1))).toEqual([]);
    expect(forecastWeeks(START)[3]).toEqual({ from: '2026-11-30', to: '2026-12-06' });
  });

  it('brings a sale with the payday after its money is the shop’s, cash on delivery after the carrier’s hold', () => {
    const now = new Date('2026-11-09T02:00:00Z');
    const paying = {
      ...{ holdDays: 3, codHoldDays: 5, arrivesDays: 1 },
      payday: (after: Date) => new Date(after.getTime() + DAY),
    };
    const sale = (number: string, isCod: boolean, deliveredAt: string | null, netSatang = 500) => ({
      ...{ number, isCod, deliveredAt, netSatang },
    });
    const items = saleItems(
      [
        sale('card', false, '2026-11-08T02:00:00.000Z'),
        sale('cod', true, '2026-11-08T02:00:00.000Z'),
        sale('on the way', false, null),
        sale('overdue', false, '2026-10-01T02:00:00.000Z'),
        sale('nothing left', false, null, 0),
      ],
      paying,
      now,
    );
    expect(items.map(({ name, what, on }) => [name, what, on])).toEqual([
      ['card', 'payout', '2026-11-13'],
      ['cod', 'cod', '2026-11-15'],
      ['on the way', 'payout', '2026-11-17'],
      ['overdue', 'payout', '2026-11-11'],
    ]);
  });
});
