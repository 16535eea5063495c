/** What a buyer said of goods. */
export interface Review {
  id: string;
  author: string;
  /** 1 to 5. */
  stars: number;
  text: string;
  writtenAt: string;
}

/** How well goods or a shop are liked. */
export interface Rating {
  count: number;
  /** One place after the point, as pages show it. */
  average: string;
}

export const MOST_STARS = 5;

/** Null where nobody has said anything: no stars are not bad stars. */
export const ratingOf = (count: number, starSum: number): Rating | null =>
  count > 0 ? { count, average: (Math.round((starSum * 10) / count) / 10).toFixed(1) } : null;

/** How many of each number of stars, the most stars first, with their share of all in percent. */
export function starShares(
  counts: ReadonlyMap<number, number>,
): Array<{ stars: number; count: number; share: number }> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [5, 4, 3, 2, 1].map((stars) => {
    const count = counts.get(stars) ?? 0;
    return { stars, count, share: total > 0 ? Math.round((count * 100) / total) : 0 };
  });
}

/** A buyer as others read of her: กมล ลองซื้อ is กมล ล. */
export function authorOf(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  // A Thai word may begin with its vowel: the consonant is its first letter.
  const initial = /[ก-ฮA-Za-z]/.exec(rest.join(' '))?.[0];
  return initial ? `${first} ${initial}.` : first;
}
