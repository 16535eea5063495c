/** One piece of money as one of the two books has it: a payment by its intent, a refund by its own id at the provider. Satang. */
export interface Booked {
  key: string;
  /** Negative where it went back. */
  amountSatang: number;
  /** What the provider kept of it, VAT included. */
  feeSatang: number;
  /** Of our ledger: it moved while there was none yet. Of the provider's books: it is a dispute. */
  sort?: 'older' | 'dispute';
}

/**
 * `missing`: the provider knows nothing of it · `extra`: our ledger knows nothing of it · `dispute`: nor of this complaint · `amount` ·
 * `fee` · `older`: it moved before there was a ledger, and is no fault of either book.
 */
export type DifferenceKind = 'missing' | 'extra' | 'dispute' | 'amount' | 'fee' | 'older';

export interface Difference {
  kind: DifferenceKind;
  key: string;
  oursSatang: number | null;
  theirsSatang: number | null;
}

/** Everything in which our ledger and the provider's balance transactions disagree, to the satang, in the order of the keys. */
export function differences(ours: readonly Booked[], theirs: readonly Booked[]): Difference[] {
  const mine = byKey(ours);
  const its = byKey(theirs);
  const keys = [...new Set([...mine.keys(), ...its.keys()])].sort();
  return keys.flatMap((key) => differencesOf(key, mine.get(key), its.get(key)));
}

function differencesOf(key: string, mine: Booked | undefined, its: Booked | undefined): Difference[] {
  if (!its) return mine ? [{ kind: 'missing', key, oursSatang: mine.amountSatang, theirsSatang: null }] : [];
  if (!mine)
    return [
      { kind: its.sort === 'dispute' ? 'dispute' : 'extra', key, oursSatang: null, theirsSatang: its.amountSatang },
    ];
  if (mine.sort === 'older') return isSame(mine, its) ? [] : [olderOf(key, its)];
  const found: Difference[] = [];
  if (mine.amountSatang !== its.amountSatang)
    found.push({ kind: 'amount', key, oursSatang: mine.amountSatang, theirsSatang: its.amountSatang });
  if (mine.feeSatang !== its.feeSatang)
    found.push({ kind: 'fee', key, oursSatang: mine.feeSatang, theirsSatang: its.feeSatang });
  return found;
}

const isSame = (mine: Booked, its: Booked): boolean =>
  mine.amountSatang === its.amountSatang && mine.feeSatang === its.feeSatang;

const olderOf = (key: string, { amountSatang }: Booked): Difference => ({
  kind: 'older',
  key,
  oursSatang: null,
  theirsSatang: amountSatang,
});

/** What wants somebody to look: what is only older than the ledger does not. */
export const wanting = <D extends Pick<Difference, 'kind'>>(found: readonly D[]): D[] =>
  found.filter(({ kind }) => kind !== 'older');

/** What was booked in several entries, such as a refund that failed and came back, is one; what came to nothing is none. */
function byKey(entries: readonly Booked[]): Map<string, Booked> {
  const sums = new Map<string, Booked>();
  for (const entry of entries) {
    const { amountSatang = 0, feeSatang = 0 } = sums.get(entry.key) ?? {};
    sums.set(entry.key, {
      ...entry,
      amountSatang: amountSatang + entry.amountSatang,
      feeSatang: feeSatang + entry.feeSatang,
    });
  }
  for (const [key, { amountSatang, feeSatang }] of sums) if (amountSatang === 0 && feeSatang === 0) sums.delete(key);
  return sums;
}
