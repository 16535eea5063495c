/**
 * `inquiry`: the buyer's bank only asks · `closed`: it asked no further · `withdrawn`: it took the money until it decides · `won`: the
 * money came back · `lost`: it stays with the buyer.
 */
export const DISPUTE_STATUSES = ['inquiry', 'closed', 'withdrawn', 'won', 'lost'] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

// The last news may come first: then those before it are skipped.
const MOVES: Record<DisputeStatus, readonly DisputeStatus[]> = {
  inquiry: ['closed', 'withdrawn', 'won', 'lost'],
  closed: [],
  withdrawn: ['won', 'lost'],
  won: [],
  lost: [],
};

/** Whether a dispute may go there; the same news again leads nowhere. Of one not heard of yet (null) anything is news. */
export const mayDisputeBecome = (from: DisputeStatus | null, to: DisputeStatus): boolean =>
  from === null || MOVES[from].includes(to);

/** What the provider's word for a dispute means here. */
export function disputeStatusOf(status: string): DisputeStatus {
  if (status === 'won' || status === 'lost') return status;
  if (status === 'warning_closed') return 'closed';
  return status.startsWith('warning_') ? 'inquiry' : 'withdrawn';
}

/** Whether the buyer's bank has, or has had, the money. */
export const tookMoney = (status: DisputeStatus | null): boolean =>
  status === 'withdrawn' || status === 'won' || status === 'lost';
