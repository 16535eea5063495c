import { describe, expect, it } from '@jest/globals';
import { codStillToCome, sumOfCod } from './cod.js';

const parcel = (number: string, collectedAt: string | null, amountSatang = 10_000) => ({
  ...{ orderId: number, number, collectedAt, amountSatang },
});

describe('cash on delivery still to come', () => {
  const parcels = [
    parcel('not yet', null),
    parcel('yesterday', '2026-11-08T03:00:00.000Z', 25_050),
    parcel('tonight', '2026-11-09T16:59:00.000Z', 100),
    parcel('tomorrow', '2026-11-09T17:01:00.000Z'),
    parcel('five days ago', '2026-11-04T03:00:00.000Z'),
    parcel('late five days ago', '2026-11-04T18:00:00.000Z', 7),
  ];
  const numbers = (day: string, days: number) => codStillToCome(parcels, day, days).map(({ number }) => number);

  it('is what the carrier holds at the end of a day in Bangkok', () => {
    expect(numbers('2026-11-09', 5)).toEqual(['yesterday', 'tonight', 'late five days ago']);
    expect(sumOfCod(codStillToCome(parcels, '2026-11-09', 5))).toBe(25_157);
  });

  it('follows the carrier’s hold', () => {
    expect(numbers('2026-11-09', 1)).toEqual(['tonight']);
    expect(numbers('2026-11-09', 0)).toEqual([]);
  });
});
