import { normaliseThai } from '../../shared/thai-text.js';
import { addressWord } from './address-names.js';
import { type AddressRow, addressRows } from './address-rows.js';

/**
 * Rows that fit what was typed so far, best first: each word must begin or lie in one of the links, digits must begin the
 * postcode. "สันกำแพง 50" and "ต.ออนใต้ อ.สันกำแพง" both work. Fewer than two characters suggest nothing.
 */
export function suggest(text: string, limit = 8): AddressRow[] {
  const words = normaliseThai(text).split(' ').map(addressWord).filter(Boolean);
  if (words.join('').length < 2) return [];

  const ranked: { row: AddressRow; rank: number }[] = [];
  for (const row of addressRows()) {
    let rank = 0;
    for (const word of words) {
      const fit = fitOf(word, row);
      if (fit === Infinity) {
        rank = Infinity;
        break;
      }
      rank += fit;
    }
    if (rank !== Infinity) ranked.push({ row, rank });
  }
  // Sorting is stable, so that rows of one rank keep the order of the table.
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ row }) => row);
}

/** 0 for the best fit, Infinity for none. A whole name beats a beginning, a beginning beats a part. */
function fitOf(word: string, row: AddressRow): number {
  if (/^\d/.test(word)) return row.postcode.startsWith(word) ? 0 : Infinity;
  if (row.subDistrict === word) return 0;
  if (row.district === word) return 1;
  if (row.province === word) return 2;
  if (row.subDistrict.startsWith(word)) return 3;
  if (row.district.startsWith(word)) return 4;
  if (row.province.startsWith(word)) return 5;
  return row.subDistrict.includes(word) || row.district.includes(word) || row.province.includes(word) ? 6 : Infinity;
}
