export type RoundStatus = 'draft' | 'open' | 'closed';
export type RoundMove = 'open' | 'close';

/** What a round asks for is settled before it opens: whoever agreed to a plan is held to that plan and to no other. */
const MOVES: Record<RoundStatus, Partial<Record<RoundMove, RoundStatus>>> = {
  draft: { open: 'open' },
  open: { close: 'closed' },
  closed: {},
};

export const ROUND_STATUSES = Object.keys(MOVES) as RoundStatus[];
export const roundAfter = (from: RoundStatus, move: RoundMove): RoundStatus | undefined => MOVES[from][move];
