import { DAY } from '../../shared/clock.js';

/** A parcel for which the courier collects, as its seller reads it. Satang; moments in market time. */
export interface CodParcelLine {
  orderId: string;
  number: string;
  amountSatang: number;
  /** Null until the buyer has paid at her door. */
  collectedAt: string | null;
  /** When a parcel that nobody took was in the shop again. */
  backAt: string | null;
  /** When the courier handed the money on, or a part of it. */
  remittedAt: string | null;
  claimedAt: string | null;
  /** What the courier still holds of it. */
  heldSatang: number;
  /** What it handed on, before its fee; and the fee, VAT included. */
  handedSatang: number;
  feeSatang: number;
  returnFeeSatang: number;
}

/**
 * `on_way`: not paid yet · `held`: the courier has the money and time · `overdue`: it should have handed it on · `short`: a part of it is
 * missing · `remitted`: all is handed on · `back`: nobody took the parcel.
 */
export const COD_STATES = ['overdue', 'short', 'held', 'on_way', 'remitted', 'back'] as const;
export type CodState = (typeof COD_STATES)[number];

type Read = Pick<CodParcelLine, 'collectedAt' | 'backAt' | 'remittedAt' | 'heldSatang'>;

/** `holdDays`: the money rules' days from collecting until the money is handed on. */
export function codStateOf(
  { collectedAt, backAt, remittedAt, heldSatang }: Read,
  now: Date,
  holdDays: number,
): CodState {
  if (backAt !== null) return 'back';
  if (collectedAt === null) return 'on_way';
  if (heldSatang <= 0) return 'remitted';
  if (remittedAt !== null) return 'short';
  return Date.parse(collectedAt) + holdDays * DAY <= now.getTime() ? 'overdue' : 'held';
}

/** What wants something done first; parcels of one state as they came. */
export const byState = <P extends { state: CodState }>(parcels: readonly P[]) =>
  COD_STATES.map((state) => ({ state, parcels: parcels.filter((one) => one.state === state) })).filter(
    (group) => group.parcels.length > 0,
  );
