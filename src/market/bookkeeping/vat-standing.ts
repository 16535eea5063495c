import { bangkokDay } from '../../shared/clock.js';
import { findCategory } from '../catalogue/categories.js';
import { getGoods } from '../catalogue/goods.js';
import { loadRuleSet, type RuleValues } from '../rule-sets/rule-set.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { vatRateOn } from './vat.js';

/** How the shops of a market stand with VAT on a day. */
export interface VatStanding {
  isRegistered: boolean;
  /** Null while not registered. */
  number: string | null;
  /** The rate in force that day, in hundredths of a percent. */
  basisPoints: number;
  exemptCategories: readonly string[];
}

export function vatStandingOf({ setup, ruleSet }: Pick<Sandbox, 'setup' | 'ruleSet'>, now: Date): VatStanding {
  const rules: RuleValues = loadRuleSet(ruleSet).values;
  const number = setup?.books?.vatNumber ?? null;
  return {
    isRegistered: number !== null,
    number,
    basisPoints: vatRateOn(rules, bangkokDay(now)),
    exemptCategories: rules.vatExemptCategories ?? [],
  };
}

/** As pages tell it. */
export const vatWords = (vat: VatStanding) => ({
  ...vat,
  percent: vat.basisPoints / 100,
  exempt: vat.exemptCategories.flatMap((id) => findCategory(id)?.name ?? []),
});

type Sold = { goodsKey: string | null; categoryId: string | null; unitSatang: number; quantity: number };

/** Satang of the lines whose goods carry no VAT: by what the goods are, not by the category that their seller chose. */
export function exemptSatangOf(lines: readonly Sold[], { exemptCategories }: VatStanding): number {
  return lines
    .filter(({ goodsKey, categoryId }) =>
      exemptCategories.includes(goodsKey ? getGoods(goodsKey).category : (categoryId ?? '')),
    )
    .reduce((sum, { unitSatang, quantity }) => sum + unitSatang * quantity, 0);
}
