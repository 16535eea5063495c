import { moneyText } from '../rules/money.js';
import { payoutTimes } from '../rules/payout-status.js';
import { availableNow } from '../store/balance.js';
import { schedule } from '../store/dues.js';
import { within } from '../store/object-lists.js';
import { insertObject, replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { dated, listPage } from '../wire/list.js';
import type { Stored } from '../wire/object-types.js';
import {
  clearable,
  integer,
  mergedMetadata,
  metadata,
  moments,
  oneOf,
  required,
  text,
  type Values,
} from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import { book } from './booking.js';
import { theOne } from './find.js';
import { movePayout } from './payout-moves.js';

type Payout = Stored<'payout'>;

const PATH = '/v1/payouts';
const FIELDS = {
  amount: required(integer(1)),
  currency: required(text(3)),
  description: clearable(1000),
  destination: text(64),
  metadata,
  method: oneOf(['standard', 'instant']),
  source_type: oneOf(['bank_account', 'card', 'fpx']),
  statement_descriptor: clearable(22),
};

export const payoutEndpoints: Endpoint[] = [
  change(PATH, 'payout', FIELDS, createPayout),

  read(`${PATH}/:id`, 'payout', {}, async (call) => (await theOne(call, 'payout', call.id)).body),

  change(`${PATH}/:id`, 'payout', { metadata }, async (call) => {
    const { body: before } = await theOne(call, 'payout', call.id, true);
    const payout: Payout = { ...before, metadata: mergedMetadata(before.metadata, call.params.metadata) };
    await replaceObject(call.tx, call.account.id, payout);
    await emit(call, 'payout.updated', payout, differences(before, payout));
    return payout;
  }),

  change(`${PATH}/:id/cancel`, 'payout', {}, async (call) =>
    movePayout(call, (await theOne(call, 'payout', call.id, true)).body, 'cancel'),
  ),

  readList(PATH, 'payout', { ...dated, arrival_date: moments, destination: text(), status: text() }, (call) => {
    const { arrival_date: arrival, destination, status } = call.params;
    return listPage(call, 'payout', PATH, {
      ...(arrival && { condition: within(call.db, 'arrival_date', arrival) }),
      ...(status !== undefined && { statuses: [status] }),
      ...(destination !== undefined && { fields: { destination } }),
    });
  }),
];

async function createPayout(call: Changing<Values<typeof FIELDS>>): Promise<Payout> {
  const { amount, currency: given, method = 'standard' } = call.params;
  if (method === 'instant') throw invalidParam('method', 'Instant payouts are not available in Thailand.');
  const currency = given.toLowerCase();
  const available = await availableNow(call.tx, call.account.id, currency, call.now);
  if (amount > available) {
    throw refused(
      `You have insufficient funds in your Stripe account. You asked for ${moneyText(amount, currency)}, and ${moneyText(Math.max(available, 0), currency)} is available. The rest may still be pending: see the balance.`,
      { code: 'balance_insufficient', param: 'amount' },
    );
  }
  const payout = blank(call, currency);
  const transaction = await book(call, {
    type: 'payout',
    amount: -amount,
    currency,
    source: payout.id,
    availableOn: call.now,
    description: payout.description,
  });
  payout.balance_transaction = transaction.id;
  await insertObject(call.tx, call.account.id, 'payout', payout, { status: 'pending' });
  await schedule(call, 'payout', payout.id, payoutTimes(call.now).leaves);
  await emit(call, 'payout.created', payout);
  return payout;
}

function blank(call: Changing<Values<typeof FIELDS>>, currency: string): Payout {
  const { amount, description = null, destination, statement_descriptor = null, source_type = 'card' } = call.params;
  return {
    id: newId('po'),
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: payoutTimes(call.now).arrives,
    automatic: false,
    balance_transaction: null,
    created: call.now,
    currency,
    description,
    destination: destination ?? `ba_practice${call.account.id.slice(-8)}`,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: mergedMetadata({}, call.params.metadata),
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type,
    statement_descriptor,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  };
}
