import { describe, expect, it } from '@jest/globals';
import { isAddressChain } from './address-chain.js';
import { addressStep } from './address-form.js';

describe('filling in an address step by step', () => {
  const form = { name: 'กมล ลองซื้อ', addressLine: '12', province: 'เลย' };

  it('gives places for a typed postcode, each a chain that belongs together', () => {
    const { choices, values, isNothingFound } = addressStep({ ...form, find: '๕๐๑๓๐' });
    expect(choices.length).toBeGreaterThan(1);
    for (const choice of choices) expect(isAddressChain(choice)).toBe(true);
    expect(values).toEqual({ ...form, find: '๕๐๑๓๐' });
    expect(isNothingFound).toBe(false);
  });

  it('fills the four links with the picked place and keeps the rest', () => {
    const pick = 'สี่พระยา|บางรัก|กรุงเทพมหานคร|10500';
    const { values, choices } = addressStep({ ...form, pick, find: 'สี่พระยา' });
    expect(values).toEqual({
      name: 'กมล ลองซื้อ',
      addressLine: '12',
      subDistrict: 'สี่พระยา',
      district: 'บางรัก',
      province: 'กรุงเทพมหานคร',
      postcode: '10500',
    });
    expect(choices).toEqual([]);
  });

  it('picks the only place at once', () => {
    const { values, choices } = addressStep({ find: 'สี่พระยา บางรัก 10500' });
    expect(values).toMatchObject({ subDistrict: 'สี่พระยา', postcode: '10500' });
    expect(choices).toEqual([]);
  });

  it('says when there is no such place, and nothing when nothing was typed', () => {
    expect(addressStep({ find: 'ไม่มีที่นี่แน่นอน' }).isNothingFound).toBe(true);
    expect(addressStep({ find: '  ' })).toEqual({ values: { find: '' }, choices: [], isNothingFound: false });
  });

  it.each(['', 'a|b', '|||', 'x'])('takes "%s" for no picked place', (pick) => {
    expect(addressStep({ ...form, pick }).values).toMatchObject({ province: 'เลย' });
  });
});
