import type { TestCard } from '../rules/test-cards.js';
import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { openDispute } from './dispute-opening.js';
import { theNamed } from './find.js';

/** Has the buyer of any payment by card complain to his bank. PromptPay and wallets know no disputes. */
export async function disputeByHand(
  acting: Acting,
  id: string,
  kind: NonNullable<TestCard['dispute']>,
): Promise<Stored<'dispute'>> {
  const { body: charge, remaining } = await theNamed(acting, 'charge', id, 'charge', true);
  if (charge.payment_method_details?.type !== 'card') throw refused('Only payments by card can be disputed.');
  if (!charge.captured || remaining === 0) throw refused('There is no money of this charge left to dispute.');
  if (charge.disputed) throw refused(`Charge ${charge.id} is disputed already.`, { code: 'charge_disputed' });
  return openDispute(acting, charge, kind);
}
