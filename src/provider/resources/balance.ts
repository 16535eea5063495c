import type Stripe from 'stripe';
import { sums } from '../store/balance.js';
import { emit } from '../webhooks/emit.js';
import { type Acting, type Endpoint, type Reading, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { text } from '../wire/params.js';
import { theOne } from './find.js';

const PATH = '/v1/balance_transactions';

export const balanceEndpoints: Endpoint[] = [
  read('/v1/balance', 'balance', {}, balanceOf),

  read(
    `${PATH}/:id`,
    'balance_transaction',
    {},
    async (call) => (await theOne(call, 'balance_transaction', call.id)).body,
  ),

  readList(
    PATH,
    'balance_transaction',
    { ...dated, currency: text(3), payout: text(), source: text(), type: text() },
    (call) => {
      const { currency, payout, source, type } = call.params;
      // A payout by hand has no list of what went into it: it is its own one transaction.
      const parent = source ?? payout;
      return listPage(call, 'balance_transaction', PATH, {
        ...(parent !== undefined && { parent }),
        ...(type !== undefined && { statuses: [type] }),
        ...(currency !== undefined && { fields: { currency } }),
      });
    },
  ),
];

/** The balance at this moment. An account without any money has none in baht. */
export async function balanceOf(call: Reading): Promise<Stripe.Balance> {
  const known = await sums(call.db, call.account.id, call.now);
  const lines = known.length > 0 ? known : [{ currency: 'thb', available: 0, pending: 0 }];
  const column = (name: 'available' | 'pending') =>
    lines.map(({ currency, [name]: amount }) => ({ amount, currency, source_types: { card: amount } }));
  return { object: 'balance', available: column('available'), livemode: false, pending: column('pending') };
}

export const announceBalance = async (acting: Acting): Promise<void> =>
  emit(acting, 'balance.available', await balanceOf(acting));
