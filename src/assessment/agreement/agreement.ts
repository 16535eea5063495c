/**
 * How far those who judged the same things agree, on answers that have no order (met, not met…). A unit is one thing judged, with one answer
 * for each judge; null where that judge did not look at it. Figures are fractions, not rounded; null where they cannot be worked out.
 */
export type Unit<Answer extends string = string> = ReadonlyArray<Answer | null>;

/** Of the pairs of answers to the same unit, the share that is equal. */
export function percentAgreement(units: readonly Unit[]): number | null {
  let pairs = 0;
  let equal = 0;
  for (const answers of units.map(given)) {
    pairs += (answers.length * (answers.length - 1)) / 2;
    for (const count of countsOf(answers).values()) equal += (count * (count - 1)) / 2;
  }
  return pairs === 0 ? null : equal / pairs;
}

/**
 * Cohen's kappa of two judges: their agreement beyond what two who answer at random, each as often as they do, would reach (Cohen 1960). Units
 * that one of them left out are not counted. Null without a unit, or where chance alone would always agree.
 */
export function cohensKappa(units: readonly Unit[]): number | null {
  const pairs = units.map(given).filter((answers) => answers.length === 2);
  if (pairs.length === 0) return null;
  const firsts = countsOf(pairs.map(([first]) => String(first)));
  const seconds = countsOf(pairs.map(([, second]) => String(second)));
  const observed = pairs.filter(([first, second]) => first === second).length / pairs.length;
  let chance = 0;
  for (const [answer, count] of firsts) chance += (count * (seconds.get(answer) ?? 0)) / pairs.length ** 2;
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}

/**
 * Krippendorff's alpha for any number of judges, some of whom may have left units out, by the coincidences of answers within units (Krippendorff,
 * Computing Krippendorff's Alpha-Reliability, 2011, section D). Null where fewer than two answers can be paired, or all are the same.
 */
export function krippendorffsAlpha(units: readonly Unit[]): number | null {
  const pairable = units.map(given).filter((answers) => answers.length > 1);
  const total = countsOf(pairable.flat());
  const answers = pairable.flat().length;
  let coinciding = 0;
  for (const unit of pairable)
    for (const count of countsOf(unit).values()) coinciding += (count * (count - 1)) / (unit.length - 1);
  let byChance = 0;
  for (const count of total.values()) byChance += count * (count - 1);
  const possible = answers * (answers - 1);
  if (possible === byChance) return null;
  return ((answers - 1) * coinciding - byChance) / (possible - byChance);
}

const given = (unit: Unit): string[] => unit.filter((answer) => answer !== null);

function countsOf(answers: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return counts;
}
