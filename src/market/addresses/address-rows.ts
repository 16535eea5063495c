import { getDatabase, preload } from 'thai-address-universal';

/** One sub-district with its postcode; a sub-district with two postcodes has two rows. Names bare, without ต. อ. จ. */
export type AddressRow = { province: string; district: string; subDistrict: string; postcode: string };

// Decoding takes about 40 ms. It is awaited here, once, so that every question about an address can be a plain function.
await preload();

let rows: AddressRow[] | undefined;

/** Every row of the table. Uninhabited islands, which have no postcode and get no parcels, are left out. */
export function addressRows(): AddressRow[] {
  rows ??= getDatabase()
    .filter((row) => row.postal_code !== '')
    .map((row) => ({
      province: row.province,
      district: row.district,
      subDistrict: row.sub_district,
      postcode: row.postal_code,
    }));
  return rows;
}
