import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import { districtName, postcodeDigits, provinceName, subDistrictName } from './address-names.js';
import { addressRows } from './address-rows.js';

export const DELIVERY_ZONES = ['bangkok', 'upcountry', 'island'] as const;
export type DeliveryZone = (typeof DELIVERY_ZONES)[number];

/** Days that the practice carriers take to a zone once they have the parcel. */
export const TRAVEL_DAYS: Record<DeliveryZone, number> = { bangkok: 1, upcountry: 2, island: 4 };

/** What is known of a place; the more links, the surer the zone. */
export type Place = { province?: string; district?: string; subDistrict?: string; postcode?: string };

const islandsSchema = z.strictObject({
  districts: z.array(z.strictObject({ province: z.string(), district: z.string() })),
  subDistricts: z.array(z.strictObject({ province: z.string(), district: z.string(), subDistrict: z.string() })),
});

let islands: Set<string> | undefined;

/** The carrier's zone of a place. A bare postcode is an island only if all of its places are. */
export function zoneOf(place: Place): DeliveryZone {
  if (!place.province) return zoneOfPostcode(postcodeDigits(place.postcode ?? ''));
  const province = provinceName(place.province);
  if (province === 'กรุงเทพมหานคร') return 'bangkok';
  if (!place.district) return 'upcountry';
  const district = districtName(place.district, province);
  const subDistrict = place.subDistrict ? subDistrictName(place.subDistrict) : '';
  return isIsland(province, district, subDistrict) ? 'island' : 'upcountry';
}

function zoneOfPostcode(postcode: string): DeliveryZone {
  const places = addressRows().filter((row) => row.postcode === postcode);
  if (places.length === 0) return 'upcountry';
  if (places.every((row) => row.province === 'กรุงเทพมหานคร')) return 'bangkok';
  return places.every((row) => isIsland(row.province, row.district, row.subDistrict)) ? 'island' : 'upcountry';
}

function isIsland(province: string, district: string, subDistrict: string): boolean {
  islands ??= loadIslands();
  return islands.has(`${province}/${district}`) || islands.has(`${province}/${district}/${subDistrict}`);
}

function loadIslands(): Set<string> {
  const file = readSeedFile('addresses/islands.yaml', islandsSchema);
  return new Set([
    ...file.districts.map((place) => `${place.province}/${place.district}`),
    ...file.subDistricts.map((place) => `${place.province}/${place.district}/${place.subDistrict}`),
  ]);
}
