import { whyNotTakeBack } from '../rules/connect.js';
import { availableNow } from '../store/balance.js';
import { type Found, insertObject, replaceObject, takeFromRemaining } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { book } from './booking.js';
import { actingFor } from './connected.js';
import { theNamed } from './find.js';
import { withPart } from './parts.js';
import { blankRefund } from './refund-body.js';

type Transfer = Stored<'transfer'>;
type Reversal = Stored<'transfer_reversal'>;

interface Reversing {
  amount: number;
  metadata: Record<string, string>;
  /** The refund of the buyer's payment that is behind it, if one is. */
  refund: string | null;
}

/** Money comes back from the shop, never more than was sent and not yet taken back, nor than the shop has. */
export async function reverseTransfer(
  acting: Acting,
  { body: transfer, remaining }: Found<Transfer>,
  { amount, metadata, refund }: Reversing,
): Promise<Reversal> {
  const { currency } = transfer;
  const why = whyNotTakeBack('transfer', { amount, left: remaining, currency });
  if (why) throw refused(why, { param: 'amount' });
  // The database has the last word, as with refunds.
  if (!(await takeFromRemaining(acting.tx, acting.account.id, transfer.id, amount))) {
    throw refused(`Transfer ${transfer.id} is already fully reversed.`, { param: 'amount' });
  }
  const id = newId('trr');
  const { body: sent } = await theNamed(acting, 'balance_transaction', idOf(transfer.balance_transaction) ?? '', 'id');
  const availableOn = Math.max(acting.now, sent.available_on);
  const description = `REVERSAL OF TRANSFER (${transfer.id})`;
  const returned = await giveBack(acting, transfer, { id, amount, availableOn });
  const money = await book(acting, { type: 'transfer_refund', amount, currency, source: id, availableOn, description });
  const reversal: Reversal = {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: money.id,
    created: acting.now,
    currency,
    destination_payment_refund: returned,
    metadata,
    source_refund: refund,
    transfer: transfer.id,
  };
  await insertObject(acting.tx, acting.account.id, 'transfer_reversal', reversal, { parent: transfer.id });
  const after: Transfer = {
    ...transfer,
    amount_reversed: transfer.amount_reversed + amount,
    reversals: withPart(transfer.reversals, reversal),
    reversed: remaining === amount,
  };
  await replaceObject(acting.tx, acting.account.id, after);
  await emit(acting, 'transfer.reversed', after, differences(transfer, after));
  return reversal;
}

/** The shop's side of it: its payment is refunded, if the money will be there by then. */
async function giveBack(
  acting: Acting,
  transfer: Transfer,
  { id: reversal, amount, availableOn }: { id: string; amount: number; availableOn: number },
): Promise<string> {
  const shop = await actingFor(acting, idOf(transfer.destination) ?? '');
  const { currency } = transfer;
  if ((await availableNow(shop.tx, shop.account.id, currency, availableOn)) < amount) {
    throw refused('The connected account does not have a sufficient balance for this reversal.', {
      code: 'balance_insufficient',
      param: 'amount',
    });
  }
  const { body: payment } = await theNamed(shop, 'charge', idOf(transfer.destination_payment) ?? '', 'id', true);
  const blank = blankRefund(shop, payment, { amount });
  const money = await book(shop, {
    type: 'payment_refund',
    amount: -amount,
    currency,
    source: blank.id,
    availableOn,
    description: null,
  });
  const refund: Stored<'refund'> = {
    ...blank,
    balance_transaction: money.id,
    source_transfer_reversal: reversal,
    status: 'succeeded',
  };
  await insertObject(shop.tx, shop.account.id, 'refund', refund, { parent: payment.id, status: 'succeeded' });
  await takeFromRemaining(shop.tx, shop.account.id, payment.id, amount);
  const refunded = payment.amount_refunded + amount;
  await replaceObject(shop.tx, shop.account.id, {
    ...payment,
    amount_refunded: refunded,
    refunded: refunded === payment.amount,
  });
  return refund.id;
}
