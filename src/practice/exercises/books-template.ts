import { z } from 'zod';
import { type BooksSetup, booksSetup, moneyPaper, plannedMoney } from '../../market/bookkeeping/books-setup.js';
import { seededRandom } from '../../shared/seeded-random.js';

/** Prices on papers end in quarters of a baht. */
const STEP = 25;

/** A sum of money, or its bounds, both included, between which each attempt draws its own. Satang. */
const sum = z.union([
  z.int().positive(),
  z
    .tuple([z.int().positive(), z.int().positive()])
    .refine(([low, high]) => Math.ceil(low / STEP) <= Math.floor(high / STEP), 'no quarter of a baht lies between'),
]);

/** Books as an exercise has them: like those of a market, but two neighbours need not hold the same papers. */
export const booksTemplate = booksSetup.extend({
  papers: z.array(moneyPaper.extend({ amountSatang: sum })).optional(),
  plan: z.array(plannedMoney.extend({ amountSatang: sum })).optional(),
});
type BooksTemplate = z.infer<typeof booksTemplate>;
type Priced = { key: string; amountSatang: z.infer<typeof sum> };

/** What the books of one attempt begin with: the same seed draws the same sums. */
export function booksFor({ papers, plan, ...rest }: BooksTemplate, seed: string): BooksSetup {
  const drawn = <P extends Priced>(one: P) => ({ ...one, amountSatang: draw(one, seed) });
  return { ...rest, ...(papers && { papers: papers.map(drawn) }), ...(plan && { plan: plan.map(drawn) }) };
}

function draw({ key, amountSatang }: Priced, seed: string): number {
  if (typeof amountSatang === 'number') return amountSatang;
  const [low, high] = amountSatang;
  return seededRandom(`${seed}:paper:${key}`).whole(Math.ceil(low / STEP), Math.floor(high / STEP)) * STEP;
}
