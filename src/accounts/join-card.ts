import { randomInt } from 'node:crypto';

/** The pictures a card may show: things everybody has seen, told apart at a glance and by name. */
export const PICTURES = [
  'elephant',
  'buffalo',
  'chicken',
  'fish',
  'cat',
  'dog',
  'bird',
  'butterfly',
  'mango',
  'coconut',
  'banana',
  'chilli',
  'rice',
  'flower',
  'tree',
  'sun',
  'moon',
  'star',
  'boat',
  'house',
  'umbrella',
  'drum',
  'basket',
  'bicycle',
] as const;
export type Picture = (typeof PICTURES)[number];

export const CARD_PICTURES = 3;
/** Twelve thousand cards and ten tries: a guess gets in once in a thousand times, and the trainer sees that the card is void. */
export const CARD_MISSES = 10;
/** So many of them at once for whoever knows only a name; then she waits or shows the card, and the trainer sees it. */
export const GUESSES_AT_ONCE = 5;

/** What a card's row knows of tries while there were none. */
export const FRESH_CARD = {
  cardMisses: 0,
  cardVoidAt: null,
  cardGuesses: 0,
  cardRestsUntil: null,
  cardMissedAt: null,
  cardMissedOn: null,
};

/** Three different pictures in an order, drawn by the machine: what people choose themselves is guessed by their neighbours. */
export function drawCard(): Picture[] {
  const left = [...PICTURES];
  return Array.from({ length: CARD_PICTURES }, () => left.splice(randomInt(left.length), 1)[0] as Picture);
}

/** The pictures as one word to be hashed, or null when they are no card at all. */
export function cardWord(pictures: readonly string[]): string | null {
  const known = pictures.every((picture) => PICTURES.includes(picture as Picture));
  return known && pictures.length === CARD_PICTURES ? pictures.join('+') : null;
}
