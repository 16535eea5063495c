import { normaliseThai } from '../../shared/thai-text.js';

const PROVINCE_PREFIX = /^(จังหวัด|จ\.)/;
const DISTRICT_PREFIX = /^(อำเภอ|เขต|กิ่งอำเภอ|อ\.|ข\.)/;
const SUB_DISTRICT_PREFIX = /^(ตำบล|แขวง|ต\.|ข\.)/;

const BANGKOK = 'กรุงเทพมหานคร';
const PROVINCE_ALIASES: Record<string, string> = {
  กรุงเทพ: BANGKOK,
  กรุงเทพฯ: BANGKOK,
  'กทม.': BANGKOK,
  กทม: BANGKOK,
  อยุธยา: 'พระนครศรีอยุธยา',
};

/** The province as the table spells it: "จ. เชียงใหม่" is เชียงใหม่, "กทม." is กรุงเทพมหานคร. */
export function provinceName(text: string): string {
  const bare = without(text, PROVINCE_PREFIX);
  return PROVINCE_ALIASES[bare] ?? bare;
}

/** The district as the table spells it; the capital's district may be written "เมือง" alone. */
export function districtName(text: string, province: string): string {
  const bare = without(text, DISTRICT_PREFIX);
  return bare === 'เมือง' ? `เมือง${provinceName(province)}` : bare;
}

/** The sub-district as the table spells it. */
export function subDistrictName(text: string): string {
  return without(text, SUB_DISTRICT_PREFIX);
}

/** Five Arabic digits, or whatever was typed without its spaces. */
export function postcodeDigits(text: string): string {
  return compact(text);
}

/** Any word of an address without the prefix of whichever level it has. */
export function addressWord(text: string): string {
  const bare = compact(text).replace(PROVINCE_PREFIX, '').replace(DISTRICT_PREFIX, '').replace(SUB_DISTRICT_PREFIX, '');
  return PROVINCE_ALIASES[bare] ?? bare;
}

/** The prefix is a prefix only if something follows it. */
function without(text: string, prefix: RegExp): string {
  const whole = compact(text);
  return whole.replace(prefix, '') || whole;
}

/** No Thai place name has a space in it, but people type them. */
function compact(text: string): string {
  return normaliseThai(text).replaceAll(' ', '');
}
