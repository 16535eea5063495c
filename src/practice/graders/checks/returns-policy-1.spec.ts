import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import type { ShopFact } from '../facts-shop.js';
import { saidOf } from '../spec-support.js';

type Policy = NonNullable<ShopFact['returnsPolicy']>;

// Cannot see: whether the policy reads clearly and fairly (the assessor's part), a refusal in words that the list does not have, or a
// condition that is itself unfair.
const say = (change: Partial<Policy>, more: (facts: Facts) => void = () => {}) =>
  saidOf('returns-policy@1', (facts) => {
    Object.assign(facts.shop?.returnsPolicy ?? {}, change);
    more(facts);
  });
const wording = (text: string) => say({ wording: { text, words: [] } });

describe('the returns policy', () => {
  it.each([
    'รับคืนภายใน 7 วัน ของเสียหายร้านจ่ายค่าส่งคืน',
    'หากเกิน 7 วันแล้ว ทางร้านไม่รับคืนสินค้า',
    'ไม่รับคืนสินค้าที่แกะถุงแล้ว ยกเว้นของเสียหรือส่งผิด',
    'ร้านนี้ไม่ใช้คำว่า "ไม่รับคืน" กับใคร',
  ])('is right in the words "%s"', (text) => {
    expect(wording(text)).toBe('met');
  });

  it('of perishable goods is right with the claim time alone', () => {
    const perishable = (facts: Facts) => Object.assign(facts.scenario.goods[0] ?? {}, { returnKind: 'perishable' });
    expect(say({ days: 2 }, perishable)).toBe('met');
    expect(say({ days: 1 }, perishable)).toBe('too_few_days');
  });

  it.each<[string, Partial<Policy>, string]>([
    ['it gives six days', { days: 6 }, 'too_few_days'],
    ['it gives no days', { days: null }, 'no_days'],
    ['nobody pays for faulty goods', { payerFault: null }, 'no_payer_fault'],
    ['nobody pays when the buyer changes her mind', { payerNoFault: null }, 'no_payer_no_fault'],
    ['there is no way to ask', { contact: '' }, 'no_contact'],
    ['it is a draft', { publishedSeq: null }, 'not_published'],
    ['it came after the opening', { publishedSeq: 6 }, 'after_opening'],
  ])('is nearly right when %s', (_, change, key) => {
    expect(say(change)).toBe(key);
  });

  it.each(['รับคืน 7 วัน แต่ ไม่-รับ คืน ทุกกรณี', 'No refund!', 'ไม่รับคืนสินค้า ทุกกรณี ยกเว้นแม่ค้าใจดี', 'ซื้อแล้วไม่รับคืนนะคะ'])(
    'is undone by the words "%s"',
    (text) => {
      expect(wording(text)).toBe('blanket_clause');
    },
  );

  it('is undone by a blanket clause in a listing as well', () => {
    const listing = say({}, ({ products }) => {
      if (products[0]) products[0].description.text += '\nสินค้าชิ้นนี้ไม่รับเปลี่ยนคืน';
    });
    expect(listing).toBe('blanket_clause');
  });

  it('that was never begun is not attempted', () => {
    expect(saidOf('returns-policy@1', ({ shop }) => Object.assign(shop ?? {}, { returnsPolicy: null }))).toBe('none');
  });
});
