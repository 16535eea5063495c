import type { DeliveryZone } from '../addresses/delivery-zone.js';

/** On what conditions a shop has the courier collect; what is null is no condition. */
export interface CodTerms {
  /** Satang. */
  limitSatang: number | null;
  zones: readonly DeliveryZone[] | null;
  /** From so many parcels on that a buyer did not take, the shop wants the money before. */
  refusals: number | null;
}

/** The terms with the shop's own words for the area and for looking into the parcel. */
export interface WordedTerms extends CodTerms {
  area: string;
  inspection: string;
}

export const COD_CONDITIONS = ['amount', 'area', 'history'] as const;
export type CodCondition = (typeof COD_CONDITIONS)[number];

/** An order as far as the conditions are about it. */
export interface AskedAtDoor {
  totalSatang: number;
  zone: DeliveryZone;
  /** Parcels that this buyer did not take before. */
  refusedBefore: number;
}

/** Which of the shop's own conditions an order breaks. Source: framework ECU06.1.3. */
export function outsideOf({ totalSatang, zone, refusedBefore }: AskedAtDoor, terms: CodTerms): CodCondition[] {
  const broken: Record<CodCondition, boolean> = {
    amount: terms.limitSatang !== null && totalSatang > terms.limitSatang,
    area: terms.zones !== null && !terms.zones.includes(zone),
    history: terms.refusals !== null && refusedBefore >= terms.refusals,
  };
  return COD_CONDITIONS.filter((condition) => broken[condition]);
}
