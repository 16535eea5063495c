import { DAY } from '../../shared/clock.js';

/** A parcel for which a carrier collects money. Satang, market time. */
export interface CodParcel {
  orderId: string;
  number: string;
  amountSatang: number;
  /** Null until the buyer has paid at her door. */
  collectedAt: string | null;
}

/** The last moment of a Bangkok day. */
export const endOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+07:00`) + DAY - 1);

/**
 * What the carrier has collected by the end of a Bangkok day and still holds, parcel by parcel. `holdDays`: the money rules' days from
 * collecting until it is handed on. Source: framework ECU06.3.2.
 */
export function codStillToCome(parcels: readonly CodParcel[], day: string, holdDays: number): CodParcel[] {
  const end = endOf(day).getTime();
  return parcels.filter(({ collectedAt }) => {
    const collected = collectedAt === null ? Number.POSITIVE_INFINITY : Date.parse(collectedAt);
    return collected <= end && collected + holdDays * DAY > end;
  });
}

export const sumOfCod = (parcels: readonly CodParcel[]): number =>
  parcels.reduce((sum, { amountSatang }) => sum + amountSatang, 0);
