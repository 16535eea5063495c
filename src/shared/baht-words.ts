const DIGITS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'];
const MILLION = 1_000_000;

/** Whole satang in Thai words, as receipts have them: 25050 -> "สองร้อยห้าสิบบาทห้าสิบสตางค์", 12100 -> "หนึ่งร้อยยี่สิบเอ็ดบาทถ้วน". */
export function bahtWords(satang: number): string {
  if (!Number.isSafeInteger(satang)) throw new Error(`${satang} is no whole number of satang.`);
  const [baht, rest] = [Math.floor(Math.abs(satang) / 100), Math.abs(satang) % 100];
  const sign = satang < 0 ? 'ลบ' : '';
  if (rest === 0) return `${sign}${baht === 0 ? 'ศูนย์' : words(baht)}บาทถ้วน`;
  return `${sign}${baht === 0 ? '' : `${words(baht)}บาท`}${words(rest)}สตางค์`;
}

/** Each million is counted like a number of its own: สิบเอ็ดล้าน. */
function words(whole: number): string {
  const [millions, rest] = [Math.floor(whole / MILLION), whole % MILLION];
  return `${millions > 0 ? `${words(millions)}ล้าน` : ''}${below(rest, millions > 0)}`;
}

function below(whole: number, hasMore: boolean): string {
  const digits = [...String(whole)].map(Number);
  return digits.map((digit, at) => spoken(digit, digits.length - 1 - at, hasMore || digits.length > 1)).join('');
}

/** A one at the end is เอ็ด when anything stands before it, also in 101; twenty is ยี่สิบ; ten is สิบ alone. */
function spoken(digit: number, place: number, hasMore: boolean): string {
  if (digit === 0) return '';
  if (place === 0) return digit === 1 && hasMore ? 'เอ็ด' : (DIGITS[digit] ?? '');
  if (place === 1 && digit <= 2) return digit === 1 ? 'สิบ' : 'ยี่สิบ';
  return `${DIGITS[digit]}${PLACES[place]}`;
}
