import { describe, expect, it } from '@jest/globals';
import { byState, codStateOf } from './cod-parcel.js';

const NOW = new Date('2026-11-09T03:00:00Z');
const parcel = (change: Partial<Parameters<typeof codStateOf>[0]> = {}) => ({
  ...{ collectedAt: '2026-11-08T03:00:00.000Z', backAt: null, remittedAt: null, heldSatang: 100 },
  ...change,
});
const at = (hour: number) => new Date(Date.UTC(2026, 10, 4, hour)).toISOString();

describe('a parcel that is paid at the door', () => {
  it.each([
    ['on_way', { collectedAt: null, heldSatang: 0 }],
    ['held', {}],
    ['held', { collectedAt: at(4) }],
    ['overdue', { collectedAt: at(3) }],
    ['short', { remittedAt: at(3) }],
    ['remitted', { remittedAt: at(3), heldSatang: 0 }],
    ['back', { collectedAt: null, backAt: at(3) }],
  ] as const)('is %s', (state, change) => {
    expect(codStateOf(parcel(change), NOW, 5)).toBe(state);
  });

  it('stands under its state, what is wrong first and empty states not at all', () => {
    const parcels = [
      { state: 'remitted' },
      { state: 'held', n: 1 },
      { state: 'short' },
      { state: 'held', n: 2 },
    ] as const;
    expect(byState(parcels)).toEqual([
      { state: 'short', parcels: [parcels[2]] },
      { state: 'held', parcels: [parcels[1], parcels[3]] },
      { state: 'remitted', parcels: [parcels[0]] },
    ]);
  });
});
