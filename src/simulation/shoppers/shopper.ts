import { type BuyerPersona, buyerPersonas } from '../../market/personas/personas.js';
import { type SeededRandom, seededRandom } from '../../shared/seeded-random.js';
import type { ShopperSettings } from '../scenarios/scenario-schema.js';
import type { Coming } from './day-plan.js';

export type ShopperMethod = 'promptpay' | 'card';

/** Somebody who comes to the market once: who she is, what she can spend and how easily she buys. */
export interface Shopper {
  comes: Coming;
  persona: BuyerPersona;
  /** Percent of what goods usually cost that her purse holds for them. */
  pursePercent: number;
  /** The score from which she buys; above 100 she only looks today. */
  buysFrom: number;
  /** How she likes to pay, first choice first. */
  pays: readonly ShopperMethod[];
  quantity: number;
  /** Her own chance, for what is drawn while she looks round. */
  random: SeededRandom;
}

// Most take one piece, a few take two.
const TAKES_TWO_PERCENT = 15;

/** The shopper of a number on a day; `persona` when the scenario says who it is. The same seed, day and number give the same. */
export function drawShopper(
  seed: string,
  { day, n, comes }: { day: number; n: number; comes: Coming },
  settings: ShopperSettings,
  persona?: string | null,
): Shopper {
  const random = seededRandom(`${seed}/shopper/${day}/${n}`);
  const [, deepestPurse] = settings.pursePercent;
  const pursePercent = random.whole(...settings.pursePercent);
  const buysFrom = settings.buyAt + random.whole(0, settings.hesitation);
  const byPromptPay = random.whole(1, 100) <= settings.payments.promptpay;
  const quantity = random.whole(1, 100) <= TAKES_TWO_PERCENT ? 2 : 1;
  // A friend came because she wants to buy here: she brings enough and asks for no more than the least.
  const isFriend = comes === 'friend';
  return {
    comes,
    persona: personaOf(seed, day, n, persona ?? null),
    pursePercent: isFriend ? deepestPurse : pursePercent,
    buysFrom: isFriend ? settings.buyAt : buysFrom,
    pays: byPromptPay ? ['promptpay', 'card'] : ['card', 'promptpay'],
    quantity,
    random,
  };
}

/** On one day nobody comes twice, as long as there are as many personas as visits. */
function personaOf(seed: string, day: number, n: number, key: string | null): BuyerPersona {
  const all = buyerPersonas();
  const first = seededRandom(`${seed}/personas/${day}`).whole(0, all.length - 1);
  const persona = all.find((one) => one.key === key) ?? all[(first + n) % all.length];
  if (!persona) throw new Error('There are no buyers in seeds/personas.');
  return persona;
}
