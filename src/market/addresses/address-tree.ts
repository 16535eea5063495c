import { districtName, provinceName, subDistrictName } from './address-names.js';
import { addressRows } from './address-rows.js';

type Tree = Map<string, Map<string, Map<string, string[]>>>;

let tree: Tree | undefined;
const thaiOrder = new Intl.Collator('th').compare;

/** All 77 provinces in Thai alphabetical order. */
export function provinces(): string[] {
  return [...addressTree().keys()].sort(thaiOrder);
}

/** The districts (อำเภอ, เขต) of a province in Thai alphabetical order; none for a province that does not exist. */
export function districtsOf(province: string): string[] {
  return [...(addressTree().get(provinceName(province))?.keys() ?? [])].sort(thaiOrder);
}

/** The sub-districts (ตำบล, แขวง) of a district in Thai alphabetical order; none where the chain is broken. */
export function subDistrictsOf(province: string, district: string): string[] {
  const districts = addressTree().get(provinceName(province));
  return [...(districts?.get(districtName(district, province))?.keys() ?? [])].sort(thaiOrder);
}

/** The postcodes of a sub-district, or of the whole district if none is named; none where the chain is broken. */
export function postcodesOf(province: string, district: string, subDistrict?: string): string[] {
  const subDistricts = addressTree().get(provinceName(province))?.get(districtName(district, province));
  if (!subDistricts) return [];
  const found =
    subDistrict === undefined ? [...subDistricts.values()].flat() : subDistricts.get(subDistrictName(subDistrict));
  return [...new Set(found)].sort();
}

/** Built at the first question; a process that never asks never pays for it. */
function addressTree(): Tree {
  if (tree) return tree;
  const built: Tree = new Map();
  for (const row of addressRows()) {
    const districts = built.get(row.province) ?? new Map<string, Map<string, string[]>>();
    const subDistricts = districts.get(row.district) ?? new Map<string, string[]>();
    subDistricts.set(row.subDistrict, [...(subDistricts.get(row.subDistrict) ?? []), row.postcode]);
    districts.set(row.district, subDistricts);
    built.set(row.province, districts);
  }
  tree = built;
  return built;
}
