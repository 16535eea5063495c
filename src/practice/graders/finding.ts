/**
 * - `met`, `not_met`: judged.
 * - `not_attempted`: the learner has not touched it.
 * - `blocked`: it cannot be judged; the message names the real cause.
 * - `needs_person`: a machine must not decide this (a dialect word, a disputed claim).
 * - `error`: the check itself broke.
 */
export type Outcome = 'met' | 'not_met' | 'not_attempted' | 'blocked' | 'needs_person' | 'error';

/** What a check judged undecided: its points leave the maximum, so that they never lower a total. */
export const UNDECIDED: ReadonlySet<Outcome> = new Set<Outcome>(['blocked', 'needs_person', 'error']);

/** Pages where something can be mended. With an `id` it is that product's or order's page. */
export const PAGES = [
  'shop',
  'shipping',
  'payment_methods',
  'policies',
  'products',
  'product',
  'orders',
  'order',
  'money',
  'bank_account',
  'statement',
  'slips',
  'payment_requests',
  'matching',
  'payouts',
  'books',
  'receipts',
  'forecast',
] as const;
export type PageName = (typeof PAGES)[number];
export type Where = { page: PageName; id?: string };

/** What decided a verdict. Every met and not_met has at least one; `absence` names what was looked for and not found. */
export type Evidence =
  | { kind: 'event'; seq: number; type: string; where?: Where }
  | { kind: 'state'; path: string; value: string | number | boolean | null; where?: Where }
  | { kind: 'absence'; looked: string; where?: Where };

export type MessageParams = Record<string, string | number>;

/** What one check says of one snapshot. The sentence is `messageKey` in the exercise's messages or the `checks` catalogue. */
export interface Finding {
  outcome: Outcome;
  /** Points given: the check's weight when met, otherwise 0. */
  points: number;
  messageKey: string;
  messageParams: MessageParams;
  evidence: Evidence[];
  /** Blocked because the market never gave the chance (no order came): the criterion is then "not observed". */
  notObserved?: boolean;
}
