import type Stripe from 'stripe';
import { type Asking, type Endpoint, read, readList } from '../wire/endpoint.js';
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

  readList(PATH, 'balance_transaction', { ...dated, source: text(), type: text() }, (call) => {
    const { source, type } = call.params;
    return listPage(call, 'balance_transaction', PATH, {
      ...(source !== undefined && { parent: source }),
      ...(type !== undefined && { statuses: [type] }),
    });
  }),
];

interface Sum {
  currency: string;
  /** SUM of PostgreSQL comes as text. */
  available: string | number;
  pending: string | number;
}

/** The balance is never stored: it is the sum of its transactions at this moment. */
async function balanceOf(call: Asking<object>): Promise<Stripe.Balance> {
  const sums = await call.db.sql<Sum>`
    SELECT "currency", SUM(CASE WHEN "availableOn" <= ${call.now} THEN "net" ELSE 0 END) AS "available",
      SUM(CASE WHEN "availableOn" > ${call.now} THEN "net" ELSE 0 END) AS "pending"
    FROM "balance_entry" WHERE "account" = ${call.account.id} GROUP BY "currency" ORDER BY "currency"`;
  const lines = sums.length > 0 ? sums : [{ currency: 'thb', available: 0, pending: 0 }];
  const column = (name: 'available' | 'pending') =>
    lines.map((line) => {
      const amount = Number(line[name]);
      return { amount, currency: line.currency, source_types: { card: amount } };
    });
  return { object: 'balance', available: column('available'), livemode: false, pending: column('pending') };
}
