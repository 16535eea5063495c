import { z } from 'zod';
import { bothLanguages } from '../catalogue/category-schema.js';

const satang = z.int().positive();
/** 1 is the market's first day, as in a timeline. */
const day = z.int().positive();

/** A paper that comes to the seller: of something bought, of a bill, or of money that her household took from the till. */
export const moneyPaper = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  day,
  /** What it truly is. Never shown: that is the seller's to say. */
  kind: z.enum(['income', 'expense', 'drawing']),
  title: bothLanguages,
  text: bothLanguages,
  amountSatang: satang,
  /**
   * What the paper is, where it is no plain receipt: a full tax invoice in the shop's name, whose VAT a registered shop takes off its own;
   * a short one, whose VAT nobody may take off; or `none`, a note of her own of money that went out without any paper.
   */
  proof: z.enum(['full_tax_invoice', 'short_tax_invoice', 'none']).optional(),
});

/** Something that will come or has to be paid, known beforehand; with `every` again and again from its first day on. */
export const plannedMoney = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  way: z.enum(['in', 'out']),
  what: z.enum(['sales', 'restock', 'fees', 'fixed']),
  title: bothLanguages,
  amountSatang: satang,
  day,
  every: z.enum(['week', 'month']).optional(),
});

/** What the books of a market's shops begin with where its makers say so. Part of the market's set-up. */
export const booksSetup = z.strictObject({
  /** The number under which the shops are registered for VAT, of practice; without it they are not registered. */
  vatNumber: z.string().optional(),
  /** What lay in the till and in the account before the first day. */
  opening: z.strictObject({ cashSatang: z.int().nonnegative(), bankSatang: z.int().nonnegative() }).optional(),
  /** The days whose books are kept, both included; calendar weeks when absent. */
  period: z.strictObject({ from: day, to: day }).optional(),
  papers: z.array(moneyPaper).optional(),
  plan: z.array(plannedMoney).optional(),
});

export type BooksSetup = z.infer<typeof booksSetup>;
export type MoneyPaper = z.infer<typeof moneyPaper>;
export type PlannedMoney = z.infer<typeof plannedMoney>;
