import { bangkokDay } from '../../shared/clock.js';
import { sha256Hex } from '../../shared/hash.js';

/**
 * What slips and statements name a transfer by: the day in Bangkok and eight digits that follow from `seed`. A slip of money that never
 * moved is named in the same way, so that the name alone gives nothing away.
 */
export const referenceOn = (at: Date, seed: string): string =>
  `FK${bangkokDay(at).slice(2).replaceAll('-', '')}${sha256Hex(seed).slice(0, 8).toUpperCase()}`;
