import { findCategory } from '../catalogue/categories.js';
import { getGoods } from '../catalogue/goods.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { MarketSetup } from '../sandboxes/market-setup.js';

/** How the shops of a market stand with VAT. */
export interface VatStanding {
  isRegistered: boolean;
  /** Null while not registered. */
  number: string | null;
  /** The rate by the market's money rules, in hundredths of a percent, and the day on which it was looked up. */
  basisPoints: number;
  checked: string;
  exemptCategories: readonly string[];
}

export function vatStandingOf(setup: MarketSetup | null): VatStanding {
  const { vatBasisPoints, vatExemptCategories } = moneyRulesOf(setup).market;
  const number = setup?.books?.vatNumber ?? null;
  return {
    isRegistered: number !== null,
    number,
    basisPoints: vatBasisPoints.value,
    checked: vatBasisPoints.checked,
    exemptCategories: vatExemptCategories.value,
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
