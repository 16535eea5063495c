import { describe, expect, it } from '@jest/globals';
import { shelfAddress, wantedFrom } from './wanted.js';

describe('what somebody wants of the shelf', () => {
  it('reads every filter of an address and writes the same address again', () => {
    const said = {
      q: 'ผ้าไหม',
      category: 'textile-cloth',
      province: 'เชียงใหม่',
      min: '50.5',
      max: '900',
      sort: 'dear',
      page: '3',
    };
    const wanted = wantedFrom(said);
    expect(wanted).toMatchObject({ groupId: 'textile', lowest: 5050, highest: 90000, sort: 'dear', page: 3 });
    const again = Object.fromEntries(new URL(shelfAddress('k3', wanted, { page: 3 }), 'http://x').searchParams);
    expect(again).toEqual(said);
  });

  it('goes back to the first page when a filter changes', () => {
    const wanted = wantedFrom({ q: 'ชา', page: '4' });
    expect(shelfAddress('k3', wanted, { sort: 'cheap' })).toBe(`/m/k3?q=${encodeURIComponent('ชา')}&sort=cheap`);
  });

  it('leaves the whole market when nothing is asked for', () => {
    expect(shelfAddress('k3', wantedFrom({}), {})).toBe('/m/k3');
  });

  it.each([
    [{ category: 'no-such', group: 'nobody', sort: 'best', page: '0', min: 'ถูก' }],
    [{ page: '51' }],
    [{ page: '1.5' }],
    [{ q: undefined }],
  ])('leaves out what it does not understand: %j', (query) => {
    expect(wantedFrom(query)).toEqual(wantedFrom({}));
  });

  it('reads prices as people type them, in Thai digits and with commas', () => {
    expect(wantedFrom({ min: '๑,๐๐๐', max: '฿2,500' })).toMatchObject({ lowest: 100000, highest: 250000 });
  });
});
