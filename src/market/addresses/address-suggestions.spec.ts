import { describe, expect, it } from '@jest/globals';
import { suggest } from './address-suggestions.js';

describe('suggesting an address', () => {
  it('puts the whole name first', () => {
    expect(suggest('สีลม')[0]).toMatchObject({ subDistrict: 'สีลม', district: 'บางรัก', postcode: '10500' });
  });

  it('narrows by the beginning of a postcode in Thai digits', () => {
    const rows = suggest('บ้าน ๕๐๑๓', 50);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.postcode.startsWith('5013'))).toBe(true);
  });

  it('takes a bare postcode', () => {
    expect(suggest('84280', 20).map((row) => row.district)).toContain('เกาะพะงัน');
  });

  it('reads prefixes', () => {
    expect(suggest('ต.ออนใต้ อ.สันกำแพง')[0]).toMatchObject({ subDistrict: 'ออนใต้', province: 'เชียงใหม่' });
  });

  it('keeps to the limit and says nothing to one letter or nonsense', () => {
    expect(suggest('เมือง', 3)).toHaveLength(3);
    expect(suggest('ก')).toEqual([]);
    expect(suggest('ฆฆฆฆ')).toEqual([]);
  });
});
