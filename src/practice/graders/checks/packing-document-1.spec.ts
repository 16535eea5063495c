import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { addOrder } from '../perfect-order.js';
import { first, saidOf } from '../spec-support.js';

// Cannot see: whether the paper really went into the box, and whether it can be read.
const say = (change: (facts: Facts) => void) => saidOf('packing-document@1', change);
const changed = (change: object) => say(({ orders }) => Object.assign(first(orders).shipment?.document ?? {}, change));

describe('the sales document', () => {
  it.each<[string, object]>([
    ['the shop for a seller and a title before the buyer', { seller: 'กล้วยฉาบ แม่มะลิ', buyer: 'คุณกมล ลองซื้อ' }],
    ['the date in Thai digits', { date: '๒๓ พ.ย. ๒๕๖๙' }],
    ['the item by its title', { items: [{ sku: null, title: 'กล้วยฉาบเนยกรอบ ทอดสด ๒๐๐ กรัม (หวาน)', quantity: 2 }] }],
  ])('is right with %s', (_, change) => {
    expect(changed(change)).toBe('met');
  });

  it('is right for each of two parcels, and under the name that the shop had then', () => {
    expect(say((facts) => void addOrder(facts, 'TL000000005XX'))).toBe('met');
    const renamed = say(({ shop, orders }) => {
      Object.assign(shop ?? {}, { formerNames: ['ร้านเก่าแม่มะลิ'] });
      Object.assign(first(orders).shipment?.document ?? {}, { seller: 'ร้านเก่าแม่มะลิ' });
    });
    expect(renamed).toBe('met');
  });

  it.each<[string, object, string]>([
    ['it is in English', { language: 'en' }, 'not_thai'],
    ['the seller is missing', { seller: '' }, 'other_seller'],
    ['the buyer is another', { buyer: 'กมลา ลองซื้อ' }, 'other_buyer'],
    ['the date is the day before the order', { date: '22/11/2569' }, 'other_date'],
    ['the date is the day after hand-over', { date: '24/11/2569' }, 'other_date'],
    ['the date has the year wrong by an era', { date: '23/11/3112' }, 'other_date'],
    ['the quantity is one less', { items: [{ sku: 'BAN-SW', title: '', quantity: 1 }] }, 'other_items'],
    [
      'an item is too many',
      {
        items: [
          { sku: 'BAN-SW', title: '', quantity: 2 },
          { sku: 'BAN-SA', title: '', quantity: 1 },
        ],
      },
      'other_items',
    ],
    ['the total leaves the delivery out', { total: 9000 }, 'other_total'],
    ['it is stuck outside', { placement: 'outside' }, 'outside'],
    ['it was made after hand-over', { createdSeq: 13 }, 'after_hand_over'],
  ])('is nearly right when %s', (_, change, key) => {
    expect(changed(change)).toBe(key);
  });

  it('is missed when the second of two parcels left without one', () => {
    expect(say((facts) => Object.assign(addOrder(facts, 'TL000000005XX').shipment ?? {}, { document: null }))).toBe(
      'missing',
    );
  });

  it('is not attempted before any parcel is begun, and waits for the hand-over', () => {
    expect(say(({ orders }) => Object.assign(first(orders), { shipment: null }))).toBe('none');
    const waiting = ({ orders }: Facts) =>
      Object.assign(first(orders).shipment ?? {}, { handedOverAt: null, handedOverSeq: null });
    expect(say(waiting)).toBe('not_handed_over');
  });
});
