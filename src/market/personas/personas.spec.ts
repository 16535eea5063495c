import { describe, expect, it } from '@jest/globals';
import { isAddressChain } from '../addresses/address-chain.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { buyerPersonas, sellerPersonas } from './personas.js';
import { isPracticeRegistration, phoneDigits, practicePhoneKind } from './practice-numbers.js';
import { whyRealDetail } from './real-details.js';

const everybody = [...sellerPersonas(), ...buyerPersonas()];

describe('the personas', () => {
  it('are enough for a class', () => {
    expect(sellerPersonas().length).toBeGreaterThanOrEqual(20);
    expect(buyerPersonas().length).toBeGreaterThanOrEqual(60);
    expect(new Set(sellerPersonas().map((seller) => seller.address.province)).size).toBeGreaterThanOrEqual(18);
  });

  it('live at addresses that exist', () => {
    expect(everybody.filter((person) => !isAddressChain(person.address))).toEqual([]);
  });

  it('have phones of the practice plan, each their own', () => {
    expect(everybody.filter((person) => !practicePhoneKind(person.phone))).toEqual([]);
    expect(new Set(everybody.map((person) => phoneDigits(person.phone))).size).toBe(everybody.length);
  });

  it('hold nothing that could be real', () => {
    expect(everybody.filter((person) => whyRealDetail(JSON.stringify(person)))).toEqual([]);
    expect(sellerPersonas().filter((seller) => !isPracticeRegistration(seller.registrationNumber))).toEqual([]);
  });

  it('are told apart by key and name', () => {
    expect(new Set(everybody.map((person) => person.key)).size).toBe(everybody.length);
    expect(new Set(everybody.map((person) => person.name.th)).size).toBe(everybody.length);
  });

  it('live where their zone says, in all three zones', () => {
    expect(buyerPersonas().filter((buyer) => zoneOf(buyer.address) !== buyer.zone)).toEqual([]);
    expect(
      new Set(
        buyerPersonas()
          .slice(0, 20)
          .map((buyer) => buyer.zone),
      ).size,
    ).toBe(3);
  });
});

describe('practice numbers', () => {
  it.each([
    ['00-1234-5678', 'mobile'],
    ['๐๐ ๑๒๓๔ ๕๖๗๘', 'mobile'],
    ['01-234-5678', 'fixed'],
    ['00-1234-567', null],
    ['01-2345-6789', null],
    ['081-234-5678', null],
    ['02-123-4567', null],
    ['', null],
  ])('%s is %s', (text, kind) => {
    expect(practicePhoneKind(text)).toBe(kind);
  });

  it('knows a number of the practice register', () => {
    expect(isPracticeRegistration(' ฝึก-๖๙-๐๐๑๐๑ ')).toBe(true);
    expect(isPracticeRegistration('0105569000101')).toBe(false);
  });
});
