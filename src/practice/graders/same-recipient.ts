import { districtName, postcodeDigits, provinceName, subDistrictName } from '../../market/addresses/address-names.js';
import { comparable, digitsOnly, squashed } from '../../shared/thai-text.js';
import type { RecipientFact } from './facts-orders.js';
import type { AddressFact } from './facts-parts.js';

export type AddressField = 'line' | 'subDistrict' | 'district' | 'province' | 'postcode';
export type RecipientField = 'name' | 'phone' | AddressField;

const TITLE = /^(?:นางสาว|น\.ส\.|นาง|นาย|คุณ|mrs\.?|mr\.?|ms\.?|miss)\s*/;

/** Whether two spellings name the same person: spacing, dots and a title before the name do not matter. */
export function sameName(a: string, b: string): boolean {
  const bare = (name: string) => squashed(comparable(name).replace(TITLE, ''));
  return squashed(a) !== '' && (squashed(a) === squashed(b) || (bare(a) !== '' && bare(a) === bare(b)));
}

/** The first field in which an address differs from the right one; prefixes (ต. อ. จ. แขวง เขต) and short forms do not matter. */
export function differingAddressField(written: AddressFact, right: AddressFact): AddressField | null {
  if (addressLine(written.line) !== addressLine(right.line)) return 'line';
  if (subDistrictName(written.subDistrict) !== subDistrictName(right.subDistrict)) return 'subDistrict';
  if (district(written) !== district(right)) return 'district';
  if (provinceName(written.province) !== provinceName(right.province)) return 'province';
  return postcodeDigits(written.postcode) === postcodeDigits(right.postcode) ? null : 'postcode';
}

/** As `differingAddressField`, with name and phone before it. */
export function differingField(written: RecipientFact, right: RecipientFact): RecipientField | null {
  if (!sameName(written.name, right.name)) return 'name';
  if (digitsOnly(written.phone) !== digitsOnly(right.phone)) return 'phone';
  return differingAddressField(written.address, right.address);
}

/** Whether the number has the right digits for its kind (mobile or fixed) under the pinned practice plan. */
export function fitsPhonePlan(phone: string, plan: { mobile: string; fixed: string }): boolean {
  const digits = digitsOnly(phone);
  return new RegExp(plan.mobile).test(digits) || new RegExp(plan.fixed).test(digits);
}

const district = (address: AddressFact) => districtName(address.district, address.province);

/** House number and road in one spelling. A slash stays, since 99/1 and 991 are two houses. */
function addressLine(line: string): string {
  return comparable(line)
    .replace(/บ้านเลขที่|เลขที่/g, '')
    .replace(/หมู่ที่|หมู่|ม\./g, 'ม')
    .replace(/ซอย|ซ\./g, 'ซ')
    .replace(/ถนน|ถ\./g, 'ถ')
    .replace(/(\d)[\s,]+(?=\d)/g, '$1_')
    .replace(/[\s,.]/g, '');
}
