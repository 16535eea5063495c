import { suggest } from './address-suggestions.js';

type Form = Record<string, unknown>;

/** A place to pick: `pick` carries its four links, the words are read. */
export interface AddressChoice {
  pick: string;
  subDistrict: string;
  district: string;
  province: string;
  postcode: string;
  isBangkok: boolean;
}

export interface AddressStep {
  /** The form as it stands after this step. */
  values: Form;
  choices: AddressChoice[];
  isNothingFound: boolean;
}

/**
 * One step of filling in an address without a script: what was typed into `find` gives places to pick, a picked one fills the four
 * links. A single place is picked at once. The rest of the form stays as it was.
 */
export function addressStep({ find, pick, ...rest }: Form): AddressStep {
  const picked = linksOf(String(pick ?? ''));
  if (picked) return { values: { ...rest, ...picked }, choices: [], isNothingFound: false };
  const typed = String(find ?? '').trim();
  const rows = typed ? suggest(typed) : [];
  const [only, another] = rows;
  if (only && !another) return { values: { ...rest, ...only }, choices: [], isNothingFound: false };
  const choices = rows.map((row) => ({
    ...row,
    pick: [row.subDistrict, row.district, row.province, row.postcode].join('|'),
    isBangkok: row.province === 'กรุงเทพมหานคร',
  }));
  return { values: { ...rest, find: typed }, choices, isNothingFound: typed !== '' && rows.length === 0 };
}

function linksOf(pick: string) {
  const [subDistrict, district, province, postcode] = pick.split('|');
  return subDistrict && district && province && postcode ? { subDistrict, district, province, postcode } : null;
}
