import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';

const term = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    source: z.string().min(1),
    checked: z.iso.date(),
    sure: z.enum(['confirmed', 'second_hand', 'own']),
  });
const whole = term(z.int().min(0));

const methodTerms = z.strictObject({
  minSatang: whole,
  maxSatang: whole,
  /** Hundredths of a percent of the amount, and a fixed part; before VAT. */
  feeBasisPoints: whole,
  feeFixedSatang: whole,
  vatOnFee: term(z.boolean()),
  /** Days from the payment (cash on delivery: from the delivery) until whoever took the money hands it on. */
  settlementDays: whole,
  /** `provider`: it sends the money back. `by_hand`: the shop transfers it itself. */
  refundWay: term(z.enum(['provider', 'by_hand'])),
  refundFeeSatang: whole,
});

const moneyRules = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  title: z.strictObject({ th: z.string().min(1), en: z.string().min(1) }),
  market: z.strictObject({
    vatBasisPoints: whole,
    /** Categories of goods that carry no VAT. */
    vatExemptCategories: term(z.array(z.string())),
    /** Of the goods alone, without delivery. */
    commissionBasisPoints: whole,
    /** Days after the delivery until a sale's money is the shop's. */
    holdDays: whole,
    payoutEveryDays: term(z.int().positive()),
    /** 0 is Sunday. */
    payoutWeekday: term(z.int().min(0).max(6)),
    payoutArrivesDays: whole,
  }),
  methods: z.strictObject({
    promptpay: methodTerms,
    card: methodTerms,
    bank_transfer: methodTerms,
    wallet: methodTerms,
    cod: methodTerms,
  }),
});

export type MoneyRules = z.infer<typeof moneyRules>;
export type MethodTerms = z.infer<typeof methodTerms>;
/** One number with where it comes from, when it was looked up and how sure it is. */
export interface Term<T> {
  value: T;
  source: string;
  checked: string;
  sure: 'confirmed' | 'second_hand' | 'own';
}

/** What a market goes by that was opened without saying which. Never changed: old markets are replayed by it. */
const FIRST = 'money-2026-1';

const known = new Map<string, MoneyRules>();

/**
 * The money rules that a market keeps, by its set-up. Reads `seeds/rule-sets/<code>.yaml` once. Throws an Error naming file, line and
 * field when a number is missing or has no source.
 */
export function moneyRulesOf(setup: { moneyRules?: string } | null): MoneyRules {
  const code = setup?.moneyRules ?? FIRST;
  const kept = known.get(code);
  if (kept) return kept;
  const rules = readSeedFile(`rule-sets/${code}.yaml`, moneyRules);
  if (rules.code !== code) throw new Error(`seeds/rule-sets/${code}.yaml says that its code is ${rules.code}.`);
  known.set(code, rules);
  return rules;
}
