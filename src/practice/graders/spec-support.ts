import { type Facts, factsSchema } from './facts.js';
import type { BooksFacts } from './facts-books.js';
import type { MoneyFacts } from './facts-money.js';
import { perfectFacts } from './perfect-facts.js';
import { CHECKS } from './registry.js';

/**
 * For specs: what a check says of the perfect snapshot after a change, as its key. The changed snapshot must still be one by the
 * contract, and every verdict must name its evidence, or the spec would prove nothing about the real thing.
 */
export function saidOf(check: string, change?: (facts: Facts) => void, params: Record<string, unknown> = {}): string {
  return fullySaidOf(check, change, params).key;
}

export function fullySaidOf(check: string, change?: (facts: Facts) => void, params: Record<string, unknown> = {}) {
  const facts = factsSchema.parse(perfectFacts(change));
  const found = CHECKS.get(check);
  if (!found) throw new Error(`No check is called ${check}.`);
  const said = found.judge(facts, params);
  if (said.evidence.length === 0) throw new Error(`${check} says ${said.key} without evidence.`);
  return said;
}

/** For specs: the first of a list that must not be empty. */
export function first<T>(list: readonly T[]): T {
  const [head] = list;
  if (head === undefined) throw new Error('The list is empty.');
  return head;
}

/** For specs of money: what a check says after a change to the perfect money, and to the perfect books. */
export const moneySaid = (check: string, change: (money: MoneyFacts, facts: Facts) => void, params = {}): string =>
  saidOf(check, (facts) => facts.money && change(facts.money, facts), params);

export const booksSaid = (check: string, change: (books: BooksFacts, facts: Facts) => void, params = {}): string =>
  saidOf(check, (facts) => facts.books && change(facts.books, facts), params);
