import { type Goods, getGoods } from '../../market/catalogue/goods.js';
import { type SellerPersona, sellerPersonas } from '../../market/personas/personas.js';
import { seededRandom } from '../../shared/seeded-random.js';
import { type CountRow, countSheet } from '../../simulation/scenarios/count-sheet.js';
import type { LearnerChoice, Scenario } from '../../simulation/scenarios/scenario-schema.js';

/** Whom a learner plays in an attempt and what lies on her shelf: all of it follows from the attempt's seed. */
export interface Casting {
  persona: SellerPersona;
  choice: LearnerChoice;
  goods: Goods;
  sheet: CountRow[];
}

/** The same seed casts the same persona with the same count sheet; two learners' seeds are independent. */
export function cast(scenario: Scenario, seed: string): Casting {
  const choice = seededRandom(`${seed}:casting`).pick(scenario.learner.goods);
  const persona = sellerPersonas().find((one) => one.key === choice.seller);
  if (!persona) throw new Error(`The goods ${choice.goods} have no seller.`);
  return { persona, choice, goods: getGoods(choice.goods), sheet: countSheet(choice, seed) };
}
