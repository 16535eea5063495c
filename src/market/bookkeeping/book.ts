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
  /** What of it is VAT that she passes on or takes off; 0 where the shop is not registered. */
  vatSatang: number;
  note: string;
  /** `receipt:…`, `order:…`, `payout:…`, `refund:…`, `credit_note:…`, `voucher:…`, `paper:…` or `photo:…`; null where she has none. */
  documentId: string | null;
  /** The money event that the line tells of; null for a photo of her own. */
  eventId: string | null;
}

export const kindOf = (way: Way, purse: Purse): LineKind =>
  purse === 'shop' ? (way === 'in' ? 'income' : 'expense') : way === 'in' ? 'contribution' : 'drawing';

/** The two answers that make up a kind, as its form has them. */
export const answersOf = (kind: LineKind): { way: Way; purse: Purse } => ({
  way: kind === 'income' || kind === 'contribution' ? 'in' : 'out',
  purse: kind === 'income' || kind === 'expense' ? 'shop' : 'household',
});

/** Income and expense without VAT. */
export interface Sums {
  incomeSatang: number;
  expenseSatang: number;
  /** VAT that the buyers paid, less what went back to them (ภาษีขาย). */
  outputVatSatang: number;
  /** VAT that the shop paid itself and takes off (ภาษีซื้อ). */
  inputVatSatang: number;
  drawingSatang: number;
  contributionSatang: number;
}

type Counted = { kind: LineKind; amountSatang: number; vatSatang?: number; category?: Category | null };

export function sumsOf(lines: readonly Counted[]): Sums {
  const sum = (kind: LineKind) =>
    lines.filter((line) => line.kind === kind).reduce((all, line) => all + withoutVat(line), 0);
  const vat = (of: (line: Counted) => boolean) =>
    lines.filter(of).reduce((all, { vatSatang = 0 }) => all + vatSatang, 0);
  const isBack = ({ kind, category }: Counted) => kind === 'expense' && category === 'refund';
  return {
    incomeSatang: sum('income'),
    expenseSatang: sum('expense'),
    outputVatSatang: vat(({ kind }) => kind === 'income') - vat(isBack),
    inputVatSatang: vat((line) => line.kind === 'expense' && !isBack(line)),
    drawingSatang: sum('drawing'),
    contributionSatang: sum('contribution'),
  };
}

/** What a line is of income or expense: VAT is the state's, and only passes through the till. Source: Revenue Code sections 82/3 and 82/10. */
export const withoutVat = ({ amountSatang, vatSatang = 0 }: Pick<Counted, 'amountSatang' | 'vatSatang'>): number =>
  amountSatang - vatSatang;

/** Satang; a loss is negative. What moves between shop and household is not in it. Source: framework ECU06.3.3 and 3.5. */
export const profitOf = ({ incomeSatang, expenseSatang }: Sums): number => incomeSatang - expenseSatang;

/** VAT that the shop has to pay in for these lines; negative where it has some to its credit. */
export const vatDue = ({ outputVatSatang, inputVatSatang }: Sums): number => outputVatSatang - inputVatSatang;

/** What till and account hold after all this, the VAT that is still to be paid in among it. */
export const moneyAfter = (openingSatang: number, sums: Sums): number =>
  openingSatang + profitOf(sums) + vatDue(sums) + sums.contributionSatang - sums.drawingSatang;
