/** How often the assessors of a centre overruled one version of a check, of how many signed marks. */
export interface CheckStanding {
  checkId: string;
  marks: number;
  overrides: number;
  /** Since when it only advises, null while it decides. */
  repairSince: string | null;
}

/** Fewer marks say nothing: the first override would be every second. */
export const ENOUGH_MARKS = 20;
/** Overruled more often than this, in percent, a check misleads more than it helps. Our own figure: no source gives one. */
export const MOST_OVERRIDES_PERCENT = 20;

/** Whether a check must go under repair. It comes back as another version, never by itself. */
export const needsRepair = ({ marks, overrides }: Pick<CheckStanding, 'marks' | 'overrides'>): boolean =>
  marks >= ENOUGH_MARKS && overrides * 100 > marks * MOST_OVERRIDES_PERCENT;
