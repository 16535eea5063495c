export type SessionStatus = 'planned' | 'running' | 'paused' | 'ended';
export const SESSION_MOVES = ['start', 'pause', 'resume', 'end'] as const;
export type SessionMove = (typeof SESSION_MOVES)[number];

const MOVES: Record<SessionStatus, Partial<Record<SessionMove, SessionStatus>>> = {
  planned: { start: 'running' },
  running: { pause: 'paused', end: 'ended' },
  paused: { resume: 'running', end: 'ended' },
  ended: {},
};

export const SESSION_STATUSES = Object.keys(MOVES) as SessionStatus[];
export const sessionAfter = (from: SessionStatus, move: SessionMove): SessionStatus | undefined => MOVES[from][move];
/** The statuses from which a move is possible: the condition of the UPDATE that makes it. */
export const sessionsBefore = (move: SessionMove): SessionStatus[] =>
  SESSION_STATUSES.filter((status) => sessionAfter(status, move));
export const movesFrom = (from: SessionStatus): SessionMove[] => SESSION_MOVES.filter((move) => MOVES[from][move]);
