/** Fewest letters to add, drop or change to make one text of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let row = right.map((_, index) => index + 1);
  left.forEach((letter, i) => {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const here = Math.min(above + 1, before + 1, diagonal + (letter === right[j] ? 0 : 1));
      diagonal = above;
      before = here;
      return here;
    });
  });
  return row.at(-1) ?? left.length;
}

/** How many of the 64 bits of two hashes, 16 hex digits each, differ. */
export function hammingDistance(a: string, b: string): number {
  let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  while (bits > 0n) {
    count += Number(bits & 1n);
    bits >>= 1n;
  }
  return count;
}
