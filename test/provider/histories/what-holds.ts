import { sums } from '../../../src/provider/store/balance.js';
import type { Body, Books } from './books.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);
const amounts = (bodies: readonly Body[], name = 'amount') => bodies.map((body) => Number(body[name]));

/** What is wrong with the books, in words; an empty list when nothing is. Everything is worked out anew from the objects. */
export async function whatIsWrong(books: Books): Promise<string[]> {
  const wrong: string[] = [];
  const entries = (await books.all('balance_transaction')).map(({ body }) => body);
  const charges = await books.all('charge');
  const refunds = (await books.all('refund')).map(({ body }) => body);
  const payouts = (await books.all('payout')).map(({ body }) => body);
  const disputes = (await books.all('dispute')).map(({ body }) => body);
  const [balance = { available: 0, pending: 0 }] = await sums(books.tx, books.account, books.now);

  const available = entries.filter((entry) => Number(entry.available_on) <= books.now);
  if (balance.available !== sum(amounts(available, 'net'))) wrong.push('available is not the sum of its entries');
  if (balance.available + balance.pending !== sum(amounts(entries, 'net')))
    wrong.push('the balance is not its entries');

  // The other side of the books: what buyers, banks and the provider hold must be what the account lacks.
  const live = refunds.filter((refund) => ['pending', 'requires_action', 'succeeded'].includes(String(refund.status)));
  const taken = live.filter((refund) => refund.balance_transaction !== null);
  const sent = payouts.filter((payout) => ['pending', 'in_transit', 'paid'].includes(String(payout.status)));
  const withheld = disputes.filter((one) => ['needs_response', 'under_review', 'lost'].includes(String(one.status)));
  const odd = entries.filter((entry) => entry.type === 'payment_unreconciled');
  const money =
    sum(
      amounts(
        charges.map(({ body }) => body).filter((body) => body.paid === true),
        'amount_captured',
      ),
    ) +
    sum(amounts(odd)) -
    sum(amounts(taken)) -
    sum(amounts(sent)) -
    sum(amounts(withheld)) -
    sum(amounts(entries, 'fee'));
  if (money !== balance.available + balance.pending) {
    wrong.push(`the ledger does not close: ${money} against ${balance.available + balance.pending}`);
  }

  for (const dispute of disputes) {
    const cost = sum(
      amounts(
        entries.filter((entry) => entry.source === dispute.id),
        'fee',
      ),
    );
    const costs = ['needs_response', 'under_review', 'lost'].includes(String(dispute.status));
    if (costs !== cost > 0 || cost < 0) wrong.push(`${dispute.id} is ${dispute.status} and cost ${cost}`);
  }
  for (const { body: charge, remaining } of charges) {
    if (charge.captured !== true) continue;
    const back = sum(amounts(live.filter((refund) => refund.charge === charge.id)));
    if (back !== charge.amount_refunded)
      wrong.push(`${charge.id} refunded ${charge.amount_refunded}, refunds say ${back}`);
    if (back > Number(charge.amount_captured)) wrong.push(`${charge.id} gave back more than was taken`);
    if (remaining !== Number(charge.amount_captured) - back) wrong.push(`${charge.id} has ${remaining} left`);
  }
  return wrong;
}
