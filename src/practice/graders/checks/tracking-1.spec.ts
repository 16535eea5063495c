import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { addOrder } from '../perfect-order.js';
import { first, saidOf } from '../spec-support.js';

// Cannot see: whether the buyer read the message, and a number told by a picture.
const say = (change: (facts: Facts) => void) => saidOf('tracking@1', change);
const changed = (change: object) => say(({ orders }) => Object.assign(first(orders).shipment ?? {}, change));
const told = (at: string, text: string) => changed({ notices: [{ at, seq: 13, text }] });

describe('the tracking number', () => {
  it('is right in small letters with spaces, told in the last minute, or told among other words', () => {
    expect(changed({ trackingNo: 'tl 1234 5678 5 xx' })).toBe('met');
    expect(told('2026-11-24T07:00:00.000Z', 'TL123456785XX')).toBe('met');
    expect(told('2026-11-23T08:00:00.000Z', 'ส่งแล้วนะคะ เลข TL-๑๒๓๔๕๖๗๘๕-XX ค่ะ')).toBe('met');
  });

  it.each<[string, object, string]>([
    ['it is missing', { trackingNo: null }, 'no_number'],
    ['a digit is missing', { trackingNo: 'TL12345678XX' }, 'wrong_form'],
    ['two digits are exchanged', { trackingNo: 'TL213456785XX' }, 'wrong_check_digit'],
    ['it is another parcel\u2019s', { issuedTrackingNo: 'TL000000005XX' }, 'other_parcel'],
    ['nobody was told', { notices: [] }, 'not_told'],
  ])('is nearly right when %s', (_, change, key) => {
    expect(changed(change)).toBe(key);
  });

  it('is nearly right when the message comes a minute late or without the number', () => {
    expect(told('2026-11-24T07:01:00.000Z', 'TL123456785XX')).toBe('told_late');
    expect(told('2026-11-23T08:00:00.000Z', 'ส่งแล้วนะคะ')).toBe('not_told');
  });

  it('stands on one parcel only', () => {
    expect(say((facts) => void addOrder(facts, 'TL123456785XX'))).toBe('used_twice');
  });

  it('is told in time while the day is not over: not attempted, not wrong', () => {
    const soon = say(({ sandbox, orders }) => {
      sandbox.marketAt = '2026-11-23T09:00:00.000Z';
      first(orders).shipment?.notices.splice(0);
    });
    expect(soon).toBe('still_time');
  });

  it('may fail on one parcel of twenty, not on one of nineteen', () => {
    const withParcels = (count: number) =>
      say((facts) => {
        facts.scenario.carrier.checkDigit = 'none';
        for (let place = 2; place <= count; place += 1) addOrder(facts, `TL${String(100000000 + place)}XX`);
        first(facts.orders).shipment?.notices.splice(0);
      });
    expect(withParcels(20)).toBe('met');
    expect(withParcels(19)).toBe('not_told');
  });

  it('is not attempted before hand-over, and blocked by the empty shop when nothing is listed', () => {
    expect(changed({ handedOverAt: null, handedOverSeq: null })).toBe('none');
    expect(say((facts) => Object.assign(facts, { orders: [], products: [] }))).toBe('no_listing');
  });
});
