import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { saidOf } from '../spec-support.js';

type Page = NonNullable<NonNullable<Facts['shop']>['publicPage']>;

// Cannot see: whether the fields are easy to find on the page or large enough to read; a house number's truth beyond the card.
const say = (change: (page: Page, facts: Facts) => void) =>
  saidOf('seller-contact@1', (facts) => {
    if (facts.shop?.publicPage) change(facts.shop.publicPage, facts);
  });

describe('the contact on the shop page', () => {
  it('is right in the persona\u2019s words, in Thai digits, with titles and prefixes', () => {
    const right = say((page) => {
      page.sellerName = 'นางสาวมะลิ  หัดค้า';
      page.phone = '๐๐ ๙๐๘๑ ๕๘๘๐';
      if (page.address)
        Object.assign(page.address, { line: 'บ้านเลขที่ 154 ม.1', subDistrict: 'ต.ศรีสัชนาลัย', province: 'จ. สุโขทัย' });
    });
    expect(right).toBe('met');
  });

  it('is right with the group\u2019s office for an address', () => {
    expect(say((page, facts) => Object.assign(page, { address: facts.persona.contactPlaces[0] }))).toBe('met');
  });

  it('is right without a registration number when none was issued', () => {
    const right = say((page, facts) => {
      facts.persona.registrationNumber = null;
      page.registrationNumber = null;
    });
    expect(right).toBe('met');
  });

  it.each<[string, (page: Page, facts: Facts) => void, string]>([
    ['the phone is stored but not shown', (page) => Object.assign(page, { phone: null }), 'no_phone'],
    ['the phone lacks a digit', (page) => Object.assign(page, { phone: '00-9081-588' }), 'phone_digits'],
    ['the phone is another\u2019s', (page) => Object.assign(page, { phone: '00-9081-5881' }), 'other_phone'],
    ['the name is another\u2019s', (page) => Object.assign(page, { sellerName: 'มาลี หัดค้า' }), 'other_name'],
    ['the name is missing', (page) => Object.assign(page, { sellerName: ' ' }), 'no_seller_name'],
    ['the address is missing', (page) => Object.assign(page, { address: null }), 'no_address'],
    [
      'the postcode belongs elsewhere',
      (page) => Object.assign(page.address ?? {}, { postcode: '64000', chainValid: false }),
      'address_chain',
    ],
    [
      'the house is a neighbour\u2019s',
      (page) => Object.assign(page.address ?? {}, { line: '15/4 หมู่ 1' }),
      'other_address',
    ],
    [
      'the certificate\u2019s number is not shown',
      (page) => Object.assign(page, { registrationNumber: null }),
      'no_registration',
    ],
    [
      'the certificate\u2019s number has a wrong digit',
      (page) => Object.assign(page, { registrationNumber: 'ฝึก-69-00102' }),
      'other_registration',
    ],
  ])('is nearly right when %s', (_, change, key) => {
    expect(say(change)).toBe(key);
  });

  it('cannot be judged while the shop is closed', () => {
    expect(
      saidOf('seller-contact@1', ({ shop }) => Object.assign(shop ?? {}, { publicPage: null, openedSeq: null })),
    ).toBe('shop_closed');
    expect(saidOf('seller-contact@1', (facts) => Object.assign(facts, { shop: null }))).toBe('none');
  });
});
