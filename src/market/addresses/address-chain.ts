import { districtName, postcodeDigits, provinceName, subDistrictName } from './address-names.js';
import { postcodesOf } from './address-tree.js';

/** The four links as somebody typed or picked them. */
export type AddressChain = { subDistrict: string; district: string; province: string; postcode: string };

/**
 * Whether the four links belong together: the sub-district lies in the district, that in the province, and the postcode is
 * theirs. Prefixes (ต. อำเภอ เขต จ. …), Thai digits, spaces and zero-width characters make no difference.
 */
export function isAddressChain(chain: AddressChain): boolean {
  const postcode = postcodeDigits(chain.postcode);
  return postcodesOf(chain.province, chain.district, chain.subDistrict).includes(postcode);
}

/** The chain as the table spells it, for storing and comparing; the links need not belong together. */
export function tidyAddressChain(chain: AddressChain): AddressChain {
  return {
    subDistrict: subDistrictName(chain.subDistrict),
    district: districtName(chain.district, chain.province),
    province: provinceName(chain.province),
    postcode: postcodeDigits(chain.postcode),
  };
}
