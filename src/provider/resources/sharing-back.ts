import { findObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { invalidParam } from '../wire/problem.js';
import { refundFee } from './application-fee-taking.js';
import { actingFor } from './connected.js';
import { reverseTransfer } from './transfer-reversing.js';

type Charge = Stored<'charge'>;

interface Returning {
  /** What goes back to the buyer, and what will then be left of the payment. */
  amount: number;
  left: number;
  refund_application_fee?: boolean;
  reverse_transfer?: boolean;
}

export function refuseSharesBack(
  charge: Charge,
  { refund_application_fee: fee, reverse_transfer: reverse }: Partial<Returning>,
): void {
  if (fee && idOf(charge.application_fee) === null) {
    throw invalidParam(
      'refund_application_fee',
      `Attempting to refund_application_fee on charge ${charge.id}, but it has no application fee`,
    );
  }
  if (reverse && idOf(charge.transfer) === null) {
    throw invalidParam(
      'reverse_transfer',
      `Cannot reverse transfer on charge ${charge.id}: it has no associated transfer`,
    );
  }
}

/**
 * Takes back from the shop, and gives back from the fee, as large a part as the buyer gets back of the payment; with its last
 * part all that is left. Answers the reversal's id.
 */
export async function shareBack(
  acting: Acting,
  charge: Charge,
  refund: string,
  returning: Returning,
): Promise<string | null> {
  const part = (whole: number, remaining: number) =>
    returning.left === 0
      ? remaining
      : Math.min(remaining, Math.round((whole * returning.amount) / charge.amount_captured));
  // The fee first: the shop may need it for what it has to give back.
  if (returning.refund_application_fee) await feeBack(acting, charge, part);
  const id = idOf(charge.transfer);
  if (!returning.reverse_transfer || id === null) return null;
  const transfer = await findObject(acting.tx, acting.account.id, 'transfer', id, true);
  const amount = transfer ? part(transfer.body.amount, transfer.remaining) : 0;
  if (!transfer || amount === 0) return null;
  return (await reverseTransfer(acting, transfer, { amount, metadata: {}, refund })).id;
}

async function feeBack(
  acting: Acting,
  charge: Charge,
  part: (whole: number, remaining: number) => number,
): Promise<void> {
  const { platform } = acting.account;
  const books = platform === null ? acting : await actingFor(acting, platform);
  const id = idOf(charge.application_fee) ?? '';
  const fee = await findObject(books.tx, books.account.id, 'application_fee', id, true);
  const amount = fee ? part(fee.body.amount, fee.remaining) : 0;
  if (fee && amount > 0) await refundFee(books, fee, amount, {});
}
