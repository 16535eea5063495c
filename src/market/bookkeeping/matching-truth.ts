import type { Transfer } from '../bank/transfer.js';

/** Why a credit is for no order, as sellers say it. */
export const UNMATCHED_REASONS = ['test_credit', 'payout', 'own_money', 'unknown'] as const;
export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number];

/** What a seller says of one credit of a period: the order that it paid, or why it paid none. */
export interface Matched {
  creditId: string;
  orderId: string | null;
  reason: UnmatchedReason | null;
}

type Credit = Pick<Transfer, 'id' | 'purpose' | 'objectId'>;

/** The order that each credit was really for; null when it was for none. Money that came twice for an order was for it both times. */
export function trueMatches(
  credits: readonly Credit[],
  orders: ReadonlyArray<{ id: string; groupId: string }>,
): Array<{ creditId: string; orderId: string | null }> {
  return credits.map(({ id, purpose, objectId }) => {
    const order = orders.find((one) => one.groupId === objectId || one.id === objectId);
    return { creditId: id, orderId: (purpose === 'payment' && order?.id) || null };
  });
}
