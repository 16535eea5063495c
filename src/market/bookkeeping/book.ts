/** Which pocket money moved in or out of: the shop's, or the household's. */
export const PURSES = ['shop', 'household'] as const;
export type Purse = (typeof PURSES)[number];
export const WAYS = ['in', 'out'] as const;
export type Way = (typeof WAYS)[number];

/** `drawing`: the household took shop's money. `contribution`: it put its own in. Neither changes the profit. */
export type LineKind = 'income' | 'expense' | 'drawing' | 'contribution';

export const INCOME_CATEGORIES = ['sale', 'other_income'] as const;
export const EXPENSE_CATEGORIES = [
  'materials',
  'packing',
  'shipping',
  'fees',
  'refund',
  'utilities',
  'wages',
  'rent',
  'other_expense',
] as const;
export const CATEGORIES = [...INCOME_CATEGORIES, ...EXPENSE_CATEGORIES];
export type Category = (typeof CATEGORIES)[number];

/** One line of a seller's book (สมุดรายรับรายจ่าย). */
export interface BookLine {
  id: string;
  /** Bangkok day. */
  day: string;
  kind: LineKind;
  /** Null where the household is concerned. */
  category: Category | null;
  amountSatang: number;
  note: string;
  /** `receipt:…`, `order:…`, `payout:…`, `refund:…`, `paper:…` or `photo:…`; null where she has none. */
  documentId: string | null;
  /** The money event that the document proves; null for a photo of her own. */
  eventId: string | null;
}

export const kindOf = (way: Way, purse: Purse): LineKind =>
  purse === 'shop' ? (way === 'in' ? 'income' : 'expense') : way === 'in' ? 'contribution' : 'drawing';

/** The two answers that make up a kind, as its form has them. */
export const answersOf = (kind: LineKind): { way: Way; purse: Purse } => ({
  way: kind === 'income' || kind === 'contribution' ? 'in' : 'out',
  purse: kind === 'income' || kind === 'expense' ? 'shop' : 'household',
});

export interface Sums {
  incomeSatang: number;
  expenseSatang: number;
  drawingSatang: number;
  contributionSatang: number;
}

type Counted = { kind: LineKind; amountSatang: number };

export function sumsOf(lines: readonly Counted[]): Sums {
  const sum = (kind: LineKind) =>
    lines.filter((line) => line.kind === kind).reduce((all, { amountSatang }) => all + amountSatang, 0);
  return {
    incomeSatang: sum('income'),
    expenseSatang: sum('expense'),
    drawingSatang: sum('drawing'),
    contributionSatang: sum('contribution'),
  };
}

/** Satang; a loss is negative. What moves between shop and household is not in it. Source: framework ECU06.3.3 and 3.5. */
export const profitOf = ({ incomeSatang, expenseSatang }: Sums): number => incomeSatang - expenseSatang;

/** What till and account hold after all this. */
export const moneyAfter = (openingSatang: number, sums: Sums): number =>
  openingSatang + profitOf(sums) + sums.contributionSatang - sums.drawingSatang;
