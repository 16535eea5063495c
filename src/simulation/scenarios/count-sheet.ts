import { getGoods } from '../../market/catalogue/goods.js';
import { seededRandom } from '../../shared/seeded-random.js';
import type { LearnerChoice, Scenario } from './scenario-schema.js';

/** One counted choice: `options` holds for each option the spellings that name it, empty for goods without options. */
export type CountRow = { value: string; options: string[][]; counted: number };

/** The goods that a learner may choose to sell, or null for a key that the scenario does not offer. */
export function learnerChoice(scenario: Scenario, goodsKey: string): LearnerChoice | null {
  return scenario.learner.goods.find((choice) => choice.goods === goodsKey) ?? null;
}

/** The pieces on the shelf as they were counted; the same seed counts the same, another learner's differs. */
export function countSheet(choice: LearnerChoice, seed: string): CountRow[] {
  const random = seededRandom(`count-sheet/${choice.goods}/${seed}`);
  const option = getGoods(choice.goods).option;
  return Object.entries(choice.counted).map(([value, [low, high]]) => {
    const label = option?.values.find((each) => each.key === value)?.label;
    const spellings = label && option ? [label.th, `${option.name.th}${label.th}`, label.en, value] : [];
    return { value, options: label ? [[...new Set(spellings)]] : [], counted: random.whole(low, high) };
  });
}
