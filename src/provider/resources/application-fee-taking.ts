import { whyNotTakeBack } from '../rules/connect.js';
import { type Found, insertObject, replaceObject, takeFromRemaining } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { book } from './booking.js';
import { actingFor, applicationOf } from './connected.js';
import { theNamed } from './find.js';
import { emptyPart, withPart } from './parts.js';

type Fee = Stored<'application_fee'>;
type FeeRefund = Stored<'fee_refund'>;

interface Taking {
  /** The shop that pays it. */
  account: string;
  amount: number;
  availableOn: number;
  /** The shop's payment, in its own books. */
  charge: string;
  currency: string;
  /** The payment behind it: the same, or with a destination the platform's. */
  originating: string;
}

/** The platform's part of a payment comes into its balance. `acting` works at the books of the platform. */
export async function takeFee(acting: Acting, taking: Taking): Promise<Fee> {
  const id = newId('fee');
  const { amount, currency, charge } = taking;
  const money = await book(acting, {
    type: 'application_fee',
    amount,
    currency,
    source: id,
    availableOn: taking.availableOn,
    description: null,
  });
  const fee: Fee = {
    id,
    object: 'application_fee',
    account: taking.account,
    amount,
    amount_refunded: 0,
    application: applicationOf(acting.account.id),
    balance_transaction: money.id,
    charge,
    created: acting.now,
    currency,
    fee_source: { charge, type: 'charge' },
    livemode: false,
    originating_transaction: taking.originating,
    refunded: false,
    refunds: emptyPart(`/v1/application_fees/${id}/refunds`),
  };
  await insertObject(acting.tx, acting.account.id, 'application_fee', fee, { parent: charge, remaining: amount });
  await emit(acting, 'application_fee.created', fee);
  return fee;
}

/** The platform gives back of its fee to the shop, never more than is left of it. */
export async function refundFee(
  acting: Acting,
  { body: fee, remaining }: Found<Fee>,
  amount: number,
  metadata: Record<string, string>,
): Promise<FeeRefund> {
  const why = whyNotTakeBack('fee', { amount, left: remaining, currency: fee.currency });
  if (why) throw refused(why, { param: 'amount' });
  // The database has the last word, as with refunds.
  if (!(await takeFromRemaining(acting.tx, acting.account.id, fee.id, amount))) {
    throw refused(`Application fee ${fee.id} has already been refunded.`, { param: 'amount' });
  }
  const id = newId('fr');
  const { currency } = fee;
  const { body: taken } = await theNamed(acting, 'balance_transaction', idOf(fee.balance_transaction) ?? '', 'fee');
  const availableOn = Math.max(acting.now, taken.available_on);
  const description = `REFUND FOR APPLICATION FEE (${fee.id})`;
  const money = await book(acting, {
    type: 'application_fee_refund',
    amount: -amount,
    currency,
    source: id,
    availableOn,
    description,
  });
  const shop = await actingFor(acting, idOf(fee.account) ?? '');
  await book(shop, { type: 'adjustment', amount, currency, source: id, availableOn, description });
  const refund: FeeRefund = {
    id,
    object: 'fee_refund',
    amount,
    balance_transaction: money.id,
    created: acting.now,
    currency,
    fee: fee.id,
    metadata,
  };
  await insertObject(acting.tx, acting.account.id, 'fee_refund', refund, { parent: fee.id });
  const after: Fee = {
    ...fee,
    amount_refunded: fee.amount_refunded + amount,
    refunded: remaining === amount,
    refunds: withPart(fee.refunds, refund),
  };
  await replaceObject(acting.tx, acting.account.id, after);
  await emit(acting, 'application_fee.refunded', after, differences(fee, after));
  return refund;
}
