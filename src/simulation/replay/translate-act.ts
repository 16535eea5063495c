const PROVIDER_ID = /\b(?:pi|ch|re|evt|cus|pm|acct|txn|du|dp)_[A-Za-z0-9]{8,}/g;

/**
 * The input of an act of one generation (`k3x9abcd.1`) as the same act of another: own ids carry their generation, and an id of the
 * payment provider gets a tail, because no two payments may claim the same money. Text in, text out: canonical JSON.
 */
export function translateInput(input: string, from: string, to: string): string {
  return ownIds(input, from, to).replace(PROVIDER_ID, (id) => `${id}${to.replace('.', 'G')}`);
}

/** Ids end where a generation ends: `k3x9abcd.1` must not be found in `k3x9abcd.12`. */
function ownIds(text: string, from: string, to: string): string {
  return text.replaceAll(`_${from}.`, `_${to}.`);
}
