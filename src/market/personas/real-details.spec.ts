import { describe, expect, it } from '@jest/globals';
import { whyRealDetail } from './real-details.js';

describe('real details in free text', () => {
  it.each([
    ['จ่ายด้วยบัตร 4242424242424242 ค่ะ'],
    ['บัตร 4242 4242 4242 4242'],
    ['บัตร 4242-4242-4242-4242'],
    ['บัตร ๔๒๔๒ ๔๒๔๒ ๔๒๔๒ ๔๒๔๒'],
    ['amex 3782 822463 10005'],
    ['4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2'],
    ['42424242\u200b42424242'],
    ['โทร 00-1234-5678 บัตร 5555 5555 5555 4444'],
    ['50130 00-1234-5678 4000-0566-5566-5556'],
    ['4222222222222'],
  ])('finds the card in %s', (text) => {
    expect(whyRealDetail(text)).toBe('card_number');
  });

  it.each([
    ['เลขบัตร 1101700230708'],
    ['1-1017-00230-70-8'],
    ['1 1017 00230 70 8'],
    ['๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘'],
    ['1-1017-00230-708'],
    ['ที่อยู่ 50130 เลข 1101700230708'],
  ])('finds the Thai ID in %s', (text) => {
    expect(whyRealDetail(text)).toBe('thai_id');
  });

  it.each([
    ['โทร 0812345678'],
    ['โทร.081-234-5678'],
    ['08 1234 5678'],
    ['(081) 234-5678'],
    ['๐๘๑-๒๓๔-๕๖๗๘'],
    ['0 8 1 2 3 4 5 6 7 8'],
    ['0612345678 ค่ะ'],
    ['091 234 56 78'],
    ['02-123-4567'],
    ['02 1234567'],
    ['053-123456'],
    ['074-123-456'],
    ['+66812345678'],
    ['+66 81 234 5678'],
    ['+66 (0)81-234-5678'],
    ['+66 2 123 4567'],
    ['0066812345678'],
    ['66812345678'],
    ['มือถือฝึก 00-1234-5678 จริง 0898765432'],
    ['พัสดุ TL071530196XX โทร 074-123-456'],
    ['TL081-234-5678XX'],
  ])('finds the phone in %s', (text) => {
    expect(whyRealDetail(text)).toBe('real_phone');
  });

  it.each([
    ['a practice mobile', '00-1234-5678'],
    ['a practice mobile in Thai digits', '๐๐-๑๒๓๔-๕๖๗๘'],
    ['a practice fixed line', '01-234-5678'],
    ['a parcel number whose digits read like a phone', 'ส่งของแล้วค่ะ เลขพัสดุ TL071530196XX'],
    ['a parcel number copied with spaces', 'tl 071 530 196 xx'],
    ['an address with a practice phone', '12/3 หมู่ 4 ต.ออนใต้ อ.สันกำแพง จ.เชียงใหม่ 50130 00-1234-5678'],
    ['a card number with one digit changed', '4242 4242 4242 4241'],
    ['a card number too short', '424242424242'],
    ['a barcode', '8850123456008'],
    ['an ID with a wrong check digit', '1-1017-00230-70-9'],
    ['an ID of twelve digits', '110170023070'],
    ['a mobile one digit short', '081-234-567'],
    ['a mobile one digit long', '08123456789'],
    ['a day and an hour', 'ส่งวันที่ 06-11-2569 10.30 น.'],
    ['a day and one hour', 'ส่ง 05-11-2569 8 โมง'],
    ['opening hours', 'เปิด 08.00-17.00 น.'],
    ['sizes and prices', 'ขนาด 90 x 180 ซม. ราคา 1,250 บาท 3 ผืน 3,750'],
    ['a registration number', 'ฝึก-69-00101'],
    ['no digits', 'สวัสดีค่ะ'],
    ['a parcel number', 'TLX690000123TH'],
  ])('lets %s pass', (_, text) => {
    expect(whyRealDetail(text)).toBeNull();
  });
});
