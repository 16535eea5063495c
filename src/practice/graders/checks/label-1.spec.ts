import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { addOrder } from '../perfect-order.js';
import { first, fullySaidOf, saidOf } from '../spec-support.js';

// Cannot see: whether the label is on the right box, and whether the order's own address is where the buyer lives.
const say = (change: (facts: Facts) => void) => fullySaidOf('label@1', change);
const label = (change: object) => say(({ orders }) => Object.assign(first(orders).shipment?.label ?? {}, change));
const address = (change: object) =>
  say(({ orders }) => Object.assign(first(orders).shipment?.label?.address ?? {}, change));

describe('the label', () => {
  it.each<[string, object]>([
    [
      'prefixes and the capital\u2019s short name',
      { subDistrict: 'แขวงสี่พระยา', district: 'เขต บางรัก', province: 'กทม.' },
    ],
    ['Thai digits and another spacing', { line: '๗๑/๒  ซ.๑๔', postcode: '๑๐๕๐๐' }],
    ['a zero-width space in a name', { district: 'บาง\u200bรัก' }],
  ])('is right with %s', (_, change) => {
    expect(address(change).key).toBe('met');
  });

  it('is right with a title before the name and the phone without hyphens', () => {
    expect(label({ name: 'คุณกมล  ลองซื้อ', phone: '0064718850' }).key).toBe('met');
  });

  it.each<[string, object, string]>([
    ['the house lost its slash', { line: '712 ซอย 14' }, 'line'],
    ['the sub-district is the neighbour\u2019s', { subDistrict: 'สีลม' }, 'subDistrict'],
    ['the district is another', { district: 'สาทร' }, 'district'],
    ['the province is the neighbour\u2019s', { province: 'นนทบุรี' }, 'province'],
    ['the postcode has a wrong digit', { postcode: '10501', chainValid: false }, 'postcode'],
  ])('is nearly right when %s', (_, change, field) => {
    expect(address(change)).toMatchObject({ key: 'other_field', params: { field, number: 'T-1001' } });
  });

  it('is nearly right when the phone or the name is one letter off', () => {
    expect(label({ phone: '00-6471-8851' })).toMatchObject({ key: 'other_field', params: { field: 'phone' } });
    expect(label({ name: 'กมล ลองชื้อ' })).toMatchObject({ key: 'other_field', params: { field: 'name' } });
  });

  it('that copies an order\u2019s impossible address is not right: the buyer should have been asked', () => {
    const copied = say(({ orders }) => {
      for (const place of [first(orders).buyer.address, first(orders).shipment?.label?.address])
        Object.assign(place ?? {}, { chainValid: false });
    });
    expect(copied.key).toBe('address_chain');
    const phone = say(({ orders }) => {
      for (const person of [first(orders).buyer, first(orders).shipment?.label])
        Object.assign(person ?? {}, { phone: '00-6471-885' });
    });
    expect(phone.key).toBe('phone_digits');
  });

  it('must be on every parcel that was handed over', () => {
    expect(say((facts) => Object.assign(addOrder(facts, 'TL000000005XX').shipment ?? {}, { label: null })).key).toBe(
      'missing',
    );
  });

  it('is not attempted before the first, whatever unpaid orders there are', () => {
    expect(saidOf('label@1', ({ orders }) => Object.assign(first(orders), { shipment: null }))).toBe('none');
    expect(saidOf('label@1', ({ orders }) => Object.assign(first(orders), { status: 'to_pay' }))).toBe('no_order');
  });
});
