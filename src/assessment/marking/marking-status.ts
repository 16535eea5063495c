export type MarkingStatus = 'not_marked' | 'in_marking' | 'marking_completed';
export type MarkingMove = 'mark' | 'sign';

/** After a signature nothing is edited: a later correction is a stage of its own. */
const MOVES: Record<MarkingStatus, Partial<Record<MarkingMove, MarkingStatus>>> = {
  not_marked: { mark: 'in_marking' },
  in_marking: { mark: 'in_marking', sign: 'marking_completed' },
  marking_completed: {},
};

export const MARKING_STATUSES = Object.keys(MOVES) as MarkingStatus[];
export const statusAfter = (from: MarkingStatus, move: MarkingMove): MarkingStatus | undefined => MOVES[from][move];
/** The statuses from which a move is possible: the condition of the UPDATE that makes it. */
export const statusesBefore = (move: MarkingMove): MarkingStatus[] =>
  MARKING_STATUSES.filter((status) => statusAfter(status, move));
