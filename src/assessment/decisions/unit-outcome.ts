/** What may be decided of a unit. `cannot_be_decided_yet`: too little was seen, which is nobody's failure. */
export type UnitOutcome = 'competent' | 'not_yet_competent' | 'cannot_be_decided_yet';

/** What one occasion of an assessment session showed of a criterion, after people judged it. */
export type Shown = 'met' | 'not_met' | 'not_attempted' | 'not_observed';

export interface AskedCriterion {
  code: string;
  critical: boolean;
  /** How often it must be seen on different events. */
  occasions: number;
}

/** `not_observed`: seen on fewer occasions than asked. */
export type CriterionStanding = 'met' | 'not_met' | 'not_observed';

export interface Standing {
  code: string;
  critical: boolean;
  standing: CriterionStanding;
  met: number;
  seen: number;
  occasions: number;
}

export interface UnitDecision {
  outcome: UnitOutcome;
  criteria: Standing[];
  /** The criteria that speak for another outcome than competent, critical ones first. */
  because: string[];
}

/**
 * Decides one unit. `shown`: by criterion what each occasion of a session showed, practice never among it. `passPercent`: the share of the criteria
 * that are not critical that must be met, in whole percent, as the round's pass mark sets it.
 *
 * Competent: every critical criterion is met, and that share of the others. A critical criterion that was seen too seldom leaves the unit undecided,
 * whatever the rest is; so do others that were seen too seldom while they could still turn the outcome.
 */
export function decideUnit(
  asked: readonly AskedCriterion[],
  shown: ReadonlyMap<string, readonly Shown[]>,
  passPercent: number,
): UnitDecision {
  const criteria = asked.map((criterion) => standingOf(criterion, shown.get(criterion.code) ?? []));
  const critical = criteria.filter((each) => each.critical);
  const others = criteria.filter((each) => !each.critical);
  const because = [...critical, ...others].filter(({ standing }) => standing !== 'met').map(({ code }) => code);
  return { outcome: outcomeOf(critical, others, passPercent), criteria, because };
}

function outcomeOf(critical: readonly Standing[], others: readonly Standing[], passPercent: number): UnitOutcome {
  const count = (of: readonly Standing[], wanted: CriterionStanding) =>
    of.filter(({ standing }) => standing === wanted).length;
  const isEnough = (met: number) => met * 100 >= others.length * passPercent;
  if (count(critical, 'not_observed') > 0) return 'cannot_be_decided_yet';
  if (count(critical, 'not_met') > 0) return 'not_yet_competent';
  const met = count(others, 'met');
  if (isEnough(met)) return 'competent';
  return isEnough(met + count(others, 'not_observed')) ? 'cannot_be_decided_yet' : 'not_yet_competent';
}

/** Who had the chance and left it was seen; who never had the chance was not. */
function standingOf({ code, critical, occasions }: AskedCriterion, shown: readonly Shown[]): Standing {
  const seen = shown.filter((each) => each !== 'not_observed').length;
  const met = shown.filter((each) => each === 'met').length;
  const few = seen < occasions ? 'not_observed' : 'not_met';
  return { code, critical, standing: met >= occasions ? 'met' : few, met, seen, occasions };
}
