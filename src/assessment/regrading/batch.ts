import type { Changes, Direction } from './changes.js';

export const BATCH_STATUSES = ['running', 'ready', 'applied', 'cancelled'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

const MOVES: Record<BatchStatus, Partial<Record<BatchMove, BatchStatus>>> = {
  running: { finish: 'ready', cancel: 'cancelled' },
  ready: { apply: 'applied', cancel: 'cancelled' },
  applied: {},
  cancelled: {},
};
export type BatchMove = 'finish' | 'apply' | 'cancel';
export const batchAfter = (from: BatchStatus, move: BatchMove): BatchStatus | undefined => MOVES[from][move];
export const batchesBefore = (move: BatchMove): BatchStatus[] =>
  BATCH_STATUSES.filter((status) => batchAfter(status, move) !== undefined);

/** Grading stored submissions again, from one version of an exercise to another of the same exercise. */
export interface Batch {
  id: string;
  centreId: string;
  fromVersionId: string;
  toVersionId: string;
  /** Whose classes alone, null for the whole centre. */
  trainerId: string | null;
  /** The one class that was chosen, null for all of them. */
  classId: string | null;
  reason: string;
  status: BatchStatus;
  total: number;
  done: number;
  cursor: string;
  summary: Summary;
  unreadable: string[];
  createdBy: string;
  createdByName: string;
  createdAt: string;
  readyAt: string | null;
  approvedBy: string | null;
  approvedByName: string | null;
  approvedAt: string | null;
  endedByName: string | null;
  endedAt: string | null;
}

/** How many learners' results change, and at which criterion. Added up while it runs, so that the page counts nothing. */
export interface Summary {
  directions: Partial<Record<Direction, number>>;
  broken: number;
  criteria: Record<string, { gained: number; lost: number }>;
}

export const EMPTY_SUMMARY: Summary = { directions: {}, broken: 0, criteria: {} };

export function withChanges(summary: Summary, changes: Changes): Summary {
  const criteria = { ...summary.criteria };
  for (const { code, from, to } of changes.criteria) {
    const { gained, lost } = criteria[code] ?? { gained: 0, lost: 0 };
    const isLost = from === 'met' && to !== null;
    criteria[code] = { gained: gained + (to === 'met' ? 1 : 0), lost: lost + (isLost ? 1 : 0) };
  }
  const { direction } = changes;
  return {
    directions: { ...summary.directions, [direction]: (summary.directions[direction] ?? 0) + 1 },
    broken: summary.broken + (changes.isBroken ? 1 : 0),
    criteria,
  };
}

/** Why a regrade may not be put in force; the keys are sentences of the catalogue. */
export type WhyNotApply = 'not_ready' | 'unreadable' | 'broken' | 'not_approved';

type Appliable = Pick<Batch, 'status' | 'summary' | 'unreadable' | 'approvedBy'>;

/** Whoever loses something by it has a second person who looked at it first. */
export function whyNotApply({ status, summary, unreadable, approvedBy }: Appliable): WhyNotApply | null {
  if (batchAfter(status, 'apply') === undefined) return 'not_ready';
  if (unreadable.length > 0) return 'unreadable';
  if (summary.broken > 0) return 'broken';
  return needsApproval(summary) && approvedBy === null ? 'not_approved' : null;
}

export const needsApproval = ({ directions }: Summary): boolean => (directions.down ?? 0) > 0;
