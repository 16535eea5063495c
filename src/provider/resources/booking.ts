import { feeOf } from '../rules/fees.js';
import { insertObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';

const DAY = 86_400;
/** Stripe Thailand pays out seven days after the payment. */
export const HOLDING_DAYS = 7;
const BANGKOK_OFFSET = 7 * 3600;

interface Booking {
  type: 'charge' | 'payment' | 'refund' | 'payment_refund';
  /** Satang; negative when it leaves the account. */
  amount: number;
  currency: string;
  source: string;
  feeKind: string;
  availableOn: number;
  description: string | null;
}

/** When (seconds) money taken at `now` becomes available. */
export const availableAfter = (now: number): number => now + HOLDING_DAYS * DAY;

/** Writes an entry of the balance. It is never changed afterwards; the balance is the sum of these. */
export async function book(acting: Acting, booking: Booking): Promise<Stored<'balance_transaction'>> {
  const { tx, account, now } = acting;
  const day = new Date((now + BANGKOK_OFFSET) * 1000).toISOString().slice(0, 10);
  const { fee, tax } = feeOf(acting.fees, booking.feeKind, Math.abs(booking.amount), day);
  const { currency, amount, type } = booking;
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
    fee: fee + tax,
    fee_details: feeDetails(currency, fee, tax),
    net: amount - fee - tax,
    reporting_category: amount < 0 ? 'refund' : 'charge',
    source: booking.source,
    status: booking.availableOn <= now ? 'available' : 'pending',
    type,
  };
  await insertObject(tx, account.id, 'balance_transaction', transaction, { parent: booking.source, status: type });
  await tx.sql`
    INSERT INTO "balance_entry" ("account", "id", "currency", "net", "availableOn")
    VALUES (${account.id}, ${transaction.id}, ${currency}, ${transaction.net}, ${transaction.available_on})`;
  return transaction;
}

function feeDetails(currency: string, fee: number, tax: number): Stored<'balance_transaction'>['fee_details'] {
  const lines = [
    { amount: fee, type: 'stripe_fee', description: 'Stripe processing fees' },
    { amount: tax, type: 'tax', description: 'VAT' },
  ];
  return lines.filter((line) => line.amount > 0).map((line) => ({ ...line, application: null, currency }));
}
