import { describe, expect, it } from '@jest/globals';
import { isAddressChain, tidyAddressChain } from './address-chain.js';
import { districtsOf, postcodesOf, provinces, subDistrictsOf } from './address-tree.js';

const right = { subDistrict: 'ออนใต้', district: 'สันกำแพง', province: 'เชียงใหม่', postcode: '50130' };

describe('the address chain', () => {
  it('leads from province to postcode', () => {
    expect(provinces()).toHaveLength(77);
    expect(districtsOf('เชียงใหม่')).toContain('สันกำแพง');
    expect(subDistrictsOf('เชียงใหม่', 'สันกำแพง')).toContain('ออนใต้');
    expect(postcodesOf('เชียงใหม่', 'สันกำแพง', 'ออนใต้')).toEqual(['50130']);
  });

  it('holds for links that belong together', () => {
    expect(isAddressChain(right)).toBe(true);
    expect(isAddressChain({ subDistrict: 'สีลม', district: 'บางรัก', province: 'กรุงเทพมหานคร', postcode: '10500' })).toBe(
      true,
    );
  });

  it.each([
    ['prefixes', { subDistrict: 'ต.ออนใต้', district: 'อำเภอสันกำแพง', province: 'จังหวัดเชียงใหม่', postcode: '50130' }],
    [
      'prefixes with a space',
      { subDistrict: 'ตำบล ออนใต้', district: 'อ. สันกำแพง', province: 'จ. เชียงใหม่', postcode: '50130' },
    ],
    ['Thai digits and spaces', { ...right, postcode: ' ๕๐๑ ๓๐ ' }],
    ['zero-width characters', { ...right, district: 'สัน\u200bกำแพง' }],
    ['SARA AM in two characters', { ...right, district: 'สันก\u0e4d\u0e32แพง' }],
    [
      'Bangkok by its short name',
      { subDistrict: 'แขวงสีลม', district: 'เขตบางรัก', province: 'กทม.', postcode: '10500' },
    ],
    [
      'the capital district written short',
      { subDistrict: 'ศรีภูมิ', district: 'อ.เมือง', province: 'เชียงใหม่', postcode: '50200' },
    ],
  ])('forgives %s', (_, chain) => {
    expect(isAddressChain(chain)).toBe(true);
  });

  it.each([
    ['a postcode of the next district', { ...right, postcode: '50140' }],
    ['a district of another province', { ...right, province: 'ลำพูน' }],
    ['a sub-district of another district', { ...right, subDistrict: 'สันทรายน้อย' }],
    ['an empty link', { ...right, subDistrict: '' }],
    ['a prefix without a name', { ...right, subDistrict: 'ตำบล' }],
  ])('breaks on %s', (_, chain) => {
    expect(isAddressChain(chain)).toBe(false);
  });

  it('does not take the beginning of a name for its prefix', () => {
    expect(postcodesOf('ชลบุรี', 'เกาะสีชัง')).toEqual(['20120']);
    expect(tidyAddressChain({ ...right, province: 'จันทบุรี' }).province).toBe('จันทบุรี');
  });

  it('finds every row of its own table', () => {
    const broken = provinces().flatMap((province) =>
      districtsOf(province).flatMap((district) =>
        subDistrictsOf(province, district).filter(
          (subDistrict) =>
            !postcodesOf(province, district, subDistrict).every((postcode) =>
              isAddressChain({ subDistrict, district, province, postcode }),
            ) || postcodesOf(province, district, subDistrict).length === 0,
        ),
      ),
    );
    expect(broken).toEqual([]);
  });
});
