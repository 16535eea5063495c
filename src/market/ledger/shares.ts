/**
 * Whole satang shared out in proportion to `weights`; the parts are exactly the whole. Where the division leaves satang over, those whose
 * share was cut the most get one each, the first of equals first.
 */
export function shared(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return weights.map((_weight, at) => (at === 0 ? whole : 0));
  const floors = weights.map((weight) => Math.floor((whole * weight) / total));
  const left = whole - floors.reduce((sum, part) => sum + part, 0);
  const byCut = weights
    .map((weight, at) => ({ at, cut: (whole * weight) % total }))
    .sort((a, b) => b.cut - a.cut || a.at - b.at);
  for (const { at } of byCut.slice(0, left)) floors[at] = (floors[at] ?? 0) + 1;
  return floors;
}

/** The part of a fee that belongs to a part of its amount, half a satang up. */
export const partOf = (fee: number, part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((2 * fee * part + whole) / (2 * whole));
