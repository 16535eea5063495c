export const PAYOUT_STATUSES = ['pending', 'in_transit', 'paid', 'failed', 'canceled'] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];
export type PayoutMove = 'leave' | 'arrive' | 'fail' | 'cancel';

/** A bank may send money back even after it was reported as paid. */
const MOVES: Record<PayoutStatus, Partial<Record<PayoutMove, PayoutStatus>>> = {
  pending: { leave: 'in_transit', fail: 'failed', cancel: 'canceled' },
  in_transit: { arrive: 'paid', fail: 'failed' },
  paid: { fail: 'failed' },
  failed: {},
  canceled: {},
};

export const payoutAfter = (from: string, move: PayoutMove): PayoutStatus | undefined =>
  MOVES[from as PayoutStatus]?.[move];

/** Why a bank did not take it, in Stripe's codes and words. */
export const PAYOUT_FAILURES = {
  account_closed: 'The bank account has been closed.',
  account_frozen: 'The bank account has been frozen.',
  could_not_process: 'The bank could not process this payout.',
  incorrect_account_holder_name: 'The account holder name does not match the bank account.',
  invalid_account_number: 'The routing number seems correct, but the account number is invalid.',
  no_account: 'The bank account details on file are probably incorrect. No bank account could be located.',
} as const;
export type PayoutFailure = keyof typeof PAYOUT_FAILURES;
export const PAYOUT_FAILURE_CODES = Object.keys(PAYOUT_FAILURES) as [PayoutFailure, ...PayoutFailure[]];

/** Stripe's test account numbers, at the end of a destination `ba_…`: every payout there fails. */
const BAD_ACCOUNTS: Record<string, PayoutFailure> = {
  '000111111113': 'account_closed',
  '000111111116': 'no_account',
  '000333333335': 'could_not_process',
  '000444444440': 'invalid_account_number',
};

export const failureAt = (destination: string): PayoutFailure | null =>
  Object.entries(BAD_ACCOUNTS).find(([number]) => destination.endsWith(number))?.[1] ?? null;

const HOUR = 3600;
const DAY = 24 * HOUR;
const BANGKOK = 7 * HOUR;

/** Payouts leave at the next midnight in Bangkok and arrive at noon of that day, or of Monday when it is a weekend. */
export function payoutTimes(now: number): { leaves: number; arrives: number } {
  const leaves = (Math.floor((now + BANGKOK) / DAY) + 1) * DAY - BANGKOK;
  const weekday = new Date((leaves + BANGKOK) * 1000).getUTCDay();
  const wait = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return { leaves, arrives: leaves + wait * DAY + 12 * HOUR };
}
