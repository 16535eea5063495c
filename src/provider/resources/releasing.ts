import type Stripe from 'stripe';
import { schedule } from '../store/dues.js';
import { replaceObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { balanceOf } from './balance.js';
import { theNamed } from './find.js';

/** Makes what is pending available before its time, as if the holding days were over. */
export async function releasePending(acting: Acting): Promise<Stripe.Balance> {
  const { tx, account, now } = acting;
  const released = await tx.sql<{ id: string; currency: string }>`
    UPDATE "balance_entry" SET "availableOn" = ${now} WHERE "account" = ${account.id} AND "availableOn" > ${now}
    RETURNING "id", "currency"`;
  for (const { id } of released) {
    const { body } = await theNamed(acting, 'balance_transaction', id, 'id', true);
    const early: typeof body = { ...body, available_on: now };
    await replaceObject(tx, account.id, early);
  }
  for (const currency of new Set(released.map((entry) => entry.currency))) {
    await schedule(acting, 'balance', currency, now);
  }
  return balanceOf(acting);
}
