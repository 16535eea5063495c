const COLUMNS = 9;
const ROWS = 8;

/**
 * The difference hash of a picture shrunk to 9 x 8 gray values: each bit tells whether a spot is darker than its right neighbour.
 * Cropping, re-encoding and small corrections leave most bits alone. 16 hex digits.
 */
export function differenceHash(gray: Uint8Array): string {
  if (gray.length < COLUMNS * ROWS) throw new Error(`A difference hash takes ${COLUMNS * ROWS} gray values.`);
  let bits = 0n;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS - 1; column++) {
      const at = row * COLUMNS + column;
      bits = (bits << 1n) | ((gray[at] ?? 0) < (gray[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
}

/** In how many of 64 bits two hashes differ. */
export function hashDistance(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
  return count;
}
