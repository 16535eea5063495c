import { comparable } from '../../shared/thai-text.js';

const FEE_WORDS = '(?:ค่าส่ง|ค่าจัดส่ง|ค่าขนส่ง|shipping(?: fee)?)';
const FEE = new RegExp(`${FEE_WORDS}([^0-9]{0,20}?)(\\d[\\d,]*(?:\\.\\d{1,2})?)\\s*(?:บาท|บ\\.|฿|baht|thb|\\.-)`, 'g');
const FREE = /(?:ส่งฟรี|จัดส่งฟรี|ฟรีค่าส่ง|ฟรีค่าจัดส่ง|ไม่คิดค่าส่ง|ค่าส่งฟรี|free shipping)/g;
// Free from an amount upwards is a promotion, not the fee of an ordinary parcel.
const CONDITION = /ครบ|เกิน|ขั้นต่ำ|เมื่อซื้อ|ตั้งแต่|over|from/;
const PREPARING =
  /(?:เตรียมของ|เตรียมสินค้า|เตรียมส่ง|เตรียมพัสดุ|เตรียมจัดส่ง|จัดส่งภายใน|จัดส่งใน|ส่งภายใน|ส่งของภายใน|ส่งของใน|ส่งออกภายใน|แพ็กของ|แพคของ|ships? (?:with)?in|prepar(?:e|ed|ation)(?: time)?)[^0-9]{0,12}(\d+)(?:\s*(?:-|–|ถึง|to)\s*(\d+))?\s*(?:วัน|days?)/g;

/** The ordinary shipping fees that a text states, in satang. */
export function statedFees(text: string): number[] {
  const read = comparable(text);
  const amounts = [...read.matchAll(FEE)]
    .filter((match) => !/ฟรี|free/.test(match[1] ?? '') && !CONDITION.test(match[1] ?? ''))
    .map((match) => Math.round(Number((match[2] ?? '').replaceAll(',', '')) * 100));
  const free = [...read.matchAll(FREE)].filter((match) => {
    const around = read.slice(Math.max(0, match.index - 25), match.index + match[0].length + 25);
    return !CONDITION.test(around);
  });
  return [...amounts, ...free.map(() => 0)];
}

/** The days of preparing that a text states; of a range the longest, since that is what a buyer may rely on. */
export function statedPreparationDays(text: string): number[] {
  return [...comparable(text).matchAll(PREPARING)].map((match) => Number(match[2] ?? match[1]));
}
