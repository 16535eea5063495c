/** Why somebody who looked did not buy, in the order in which a seller can mend it. */
export const LEAVING_REASONS = [
  'sold_out',
  'cannot_pay',
  'no_photo',
  'unclear_title',
  'details_missing',
  'too_dear',
  'delivery_dear',
  'shop_incomplete',
  'other_shop_better',
  'small_purse',
  'only_looking',
  'nothing_found',
] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** What came of a visit at one shop. */
export interface ShopVisit {
  shopId: string;
  productId: string;
  /** Null when she bought here. */
  reason: LeavingReason | null;
}

export interface VisitCount {
  outcome: 'bought' | 'left';
  reason: LeavingReason | '';
  count: number;
}

/** A day's visits to one shop in numbers: who looked, who bought, and why the others did not, the most frequent first. */
export interface VisitSummary {
  looked: number;
  bought: number;
  reasons: Array<{ reason: LeavingReason; count: number }>;
}

export function summaryOf(counts: readonly VisitCount[]): VisitSummary {
  const total = (rows: readonly VisitCount[]) => rows.reduce((sum, row) => sum + row.count, 0);
  const reasons = LEAVING_REASONS.map((reason) => ({
    reason,
    count: total(counts.filter((row) => row.reason === reason)),
  })).filter(({ count }) => count > 0);
  return {
    looked: total(counts),
    bought: total(counts.filter((row) => row.outcome === 'bought')),
    // Sorting is stable: of two that are as frequent, the one that is mended sooner stays first.
    reasons: reasons.sort((a, b) => b.count - a.count),
  };
}
