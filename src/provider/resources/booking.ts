import { type Fee, feeOf } from '../rules/fees.js';
import { scheduleLatest } from '../store/dues.js';
import { insertObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';
import { applicationOf } from './connected.js';

const DAY = 86_400;
/** Stripe Thailand pays out seven days after the payment. */
export const HOLDING_DAYS = 7;
const BANGKOK_OFFSET = 7 * 3600;

/** Why money moves, with the heading under which Stripe's reports put it. */
const CATEGORIES = {
  adjustment: 'other_adjustment',
  application_fee: 'platform_earning',
  application_fee_refund: 'platform_earning_refund',
  charge: 'charge',
  payment: 'charge',
  payment_refund: 'refund',
  payment_unreconciled: 'charge',
  payout: 'payout',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
  refund: 'refund',
  refund_failure: 'refund_failure',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
} as const;

interface Booking {
  type: keyof typeof CATEGORIES;
  /** Satang; negative when it leaves the account. */
  amount: number;
  currency: string;
  source: string;
  /** A line of the price list; or the fee itself, negative when it comes back. Without either it costs nothing. */
  feeKind?: string;
  fee?: Fee;
  /** What the platform takes of a shop's payment. */
  applicationFee?: number;
  availableOn: number;
  description: string | null;
  category?: string;
}

/** When (seconds) money taken at `now` becomes available. */
export const availableAfter = (now: number): number => now + HOLDING_DAYS * DAY;

/** The day in Bangkok, YYYY-MM-DD. */
export const bangkokDay = (seconds: number): string =>
  new Date((seconds + BANGKOK_OFFSET) * 1000).toISOString().slice(0, 10);

/** Writes an entry of the balance. It is never changed afterwards; the balance is the sum of these. */
export async function book(acting: Acting, booking: Booking): Promise<Stored<'balance_transaction'>> {
  const { tx, account, now } = acting;
  const { currency, amount, applicationFee = 0, type } = booking;
  const { fee, tax } = booking.fee ?? listedFee(acting, booking);
  const transaction: Stored<'balance_transaction'> = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: booking.availableOn,
    balance_type: 'payments',
    created: now,
    currency,
    description: booking.description,
    exchange_rate: null,
    fee: fee + tax + applicationFee,
    fee_details: feeDetails(currency, { fee, tax, applicationFee }, account.platform),
    net: amount - fee - tax - applicationFee,
    reporting_category: booking.category ?? CATEGORIES[type],
    source: booking.source,
    status: booking.availableOn <= now ? 'available' : 'pending',
    type,
  };
  await insertObject(tx, account.id, 'balance_transaction', transaction, { parent: booking.source, status: type });
  await tx.sql`
    INSERT INTO "balance_entry" ("account", "id", "currency", "net", "availableOn")
    VALUES (${account.id}, ${transaction.id}, ${currency}, ${transaction.net}, ${transaction.available_on})`;
  if (transaction.net > 0) await announceAvailable(acting, transaction);
  return transaction;
}

function listedFee(acting: Acting, { feeKind, amount, currency }: Booking): Fee {
  if (feeKind === undefined) return { fee: 0, tax: 0 };
  return feeOf(acting.fees, feeKind, Math.abs(amount), bangkokDay(acting.now), currency);
}

/** `balance.available` comes once a day, with the last of the day's money; at once for money that nothing holds back. */
function announceAvailable(acting: Acting, { available_on: at, currency }: Stored<'balance_transaction'>) {
  const which = at <= acting.now ? currency : `${currency}:${bangkokDay(at)}`;
  return scheduleLatest(acting, 'balance', which, at);
}

interface Fees extends Fee {
  applicationFee: number;
}

function feeDetails(
  currency: string,
  { fee, tax, applicationFee }: Fees,
  platform: string | null,
): Stored<'balance_transaction'>['fee_details'] {
  const application = platform === null ? null : applicationOf(platform);
  const lines = [
    { amount: fee, application: null, type: 'stripe_fee', description: 'Stripe processing fees' },
    { amount: tax, application: null, type: 'tax', description: 'VAT' },
    { amount: applicationFee, application, type: 'application_fee', description: 'Application fee' },
  ];
  return lines.filter((line) => line.amount !== 0).map((line) => ({ ...line, currency }));
}
