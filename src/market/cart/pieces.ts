import { normaliseThai } from '../../shared/thai-text.js';

/** How many pieces somebody typed, in Thai or Arabic digits; -1 for what is no whole number, which no verb takes. */
export function piecesFrom(typed: unknown): number {
  const plain = normaliseThai(String(typed ?? ''));
  return /^\d{1,6}$/.test(plain) ? Number(plain) : -1;
}
