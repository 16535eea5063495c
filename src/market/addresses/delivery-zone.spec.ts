import { describe, expect, it } from '@jest/globals';
import { addressRows } from './address-rows.js';
import { zoneOf } from './delivery-zone.js';

describe('the delivery zone', () => {
  it.each([
    [{ province: 'กทม.', district: 'บางรัก' }, 'bangkok'],
    [{ postcode: '10500' }, 'bangkok'],
    [{ province: 'สมุทรปราการ', district: 'บางพลี' }, 'upcountry'],
    [{ postcode: '10540' }, 'upcountry'],
    [{ province: 'สุราษฎร์ธานี', district: 'อ.เกาะสมุย' }, 'island'],
    [{ province: 'สุราษฎร์ธานี', district: 'เกาะพะงัน', subDistrict: 'ต.เกาะเต่า' }, 'island'],
    [{ postcode: '84320' }, 'island'],
    [{ province: 'ระนอง', district: 'เมือง', subDistrict: 'เกาะพยาม' }, 'island'],
    [{ province: 'ระนอง', district: 'เมืองระนอง', subDistrict: 'บางริ้น' }, 'upcountry'],
    [{ province: 'ลำปาง', district: 'เกาะคา' }, 'upcountry'],
    [{ province: 'เชียงราย', district: 'แม่สาย', subDistrict: 'เกาะช้าง' }, 'upcountry'],
    [{ province: 'ภูเก็ต', district: 'กะทู้' }, 'upcountry'],
  ] as const)('of %j is %s', (place, zone) => {
    expect(zoneOf(place)).toBe(zone);
  });

  it('knows every island of its list by the table’s spelling', () => {
    const districts = new Set(
      addressRows()
        .filter((row) => zoneOf(row) === 'island')
        .map((row) => row.district),
    );
    expect(districts.size).toBe(15);
  });
});
