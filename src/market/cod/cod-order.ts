import type { CodCondition, WordedTerms } from '../shops/cod-terms.js';

/** What a buyer of the scenario does at her door. */
export const DOORS = ['takes', 'refuses'] as const;
export type Door = (typeof DOORS)[number];

/** How the courier hands on what it collected: whole, with a part missing, or days too late. */
export const REMITS = ['exact', 'short', 'late'] as const;
export type Remits = (typeof REMITS)[number];

/** How many days later than it has to a late courier hands on what it collected. */
export const LATE_DAYS = 3;

const MOST_MISSING = 5_000;

/** Satang that a courier leaves out by mistake: fifty baht, of a small sum half. */
export const missingOf = (remits: Remits, collectedSatang: number): number =>
  remits === 'short' ? Math.min(MOST_MISSING, Math.floor(collectedSatang / 2)) : 0;

/** An order that is paid at the door, beside the order itself. Moments in market time. */
export interface CodOrder {
  orderId: string;
  /** Parcels that the buyer had not taken before. */
  refusedBefore: number;
  door: Door;
  remits: Remits;
  /** As the buyer found them when she chose to pay at the door; what the shop changes later is not hers. Null until then. */
  terms: WordedTerms | null;
  outside: CodCondition[];
  /** What the seller told the buyer, and why she takes it outside her terms; null until she has confirmed it. */
  words: string | null;
  reason: string | null;
  confirmedAt: string | null;
  /** When the courier handed the money on, or a part of it. */
  remittedAt: string | null;
  /** When the seller asked the courier for what is missing. */
  claimedAt: string | null;
}

export type CodOrderRow = Omit<CodOrder, 'terms' | 'outside'> & { terms: string | null; outside: string };

export const codOrderFrom = ({ terms, outside, ...row }: CodOrderRow): CodOrder => ({
  ...row,
  terms: terms ? (JSON.parse(terms) as WordedTerms) : null,
  outside: outside ? (outside.split(',') as CodCondition[]) : [],
});
