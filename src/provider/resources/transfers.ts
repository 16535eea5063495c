import { CURRENCIES } from '../rules/money.js';
import { availableNow } from '../store/balance.js';
import { replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Changing, change, type Endpoint, type Reading, read, readList } from '../wire/endpoint.js';
import { dated, listPage, paging } from '../wire/list.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { clearable, integer, mergedMetadata, metadata, oneOf, required, text, type Values } from '../wire/params.js';
import { invalidParam, missingParam, noSuch, refused } from '../wire/problem.js';
import { theDestination } from './connect-params.js';
import { theNamed, theOne } from './find.js';
import { withPart } from './parts.js';
import { makeTransfer, type Sending } from './transfer-making.js';
import { reverseTransfer } from './transfer-reversing.js';

type Transfer = Stored<'transfer'>;

const PATH = '/v1/transfers';
const PART = `${PATH}/:within/reversals/:id`;
const WORDS = { description: clearable(), metadata };
const CREATE_FIELDS = {
  ...WORDS,
  amount: integer(1),
  currency: required(text(3)),
  destination: required(text()),
  source_transaction: text(),
  source_type: oneOf(['card', 'bank_account', 'fpx']),
  transfer_group: text(),
};

export const transferEndpoints: Endpoint[] = [
  change(PATH, 'transfer', CREATE_FIELDS, createTransfer),

  read(`${PATH}/:id`, 'transfer', {}, async (call) => (await theOne(call, 'transfer', call.id)).body),

  change(`${PATH}/:id`, 'transfer', WORDS, async (call) => {
    const { body: before } = await theOne(call, 'transfer', call.id, true);
    const { metadata: changes, ...plain } = call.params;
    const after: Transfer = { ...before, ...plain, metadata: mergedMetadata(before.metadata, changes) };
    await replaceObject(call.tx, call.account.id, after);
    await emit(call, 'transfer.updated', after, differences(before, after));
    return after;
  }),

  readList(PATH, 'transfer', { ...dated, destination: text(), transfer_group: text() }, (call) => {
    const { destination, transfer_group: group } = call.params;
    return listPage(call, 'transfer', PATH, {
      ...(destination !== undefined && { customer: destination }),
      fields: group === undefined ? {} : { transfer_group: group },
    });
  }),

  change(`${PATH}/:id/reversals`, 'transfer_reversal', { ...WORDS, amount: integer(1) }, async (call) => {
    const found = await theOne(call, 'transfer', call.id, true);
    const given = mergedMetadata({}, call.params.metadata);
    return reverseTransfer(call, found, {
      amount: call.params.amount ?? found.remaining,
      metadata: given,
      refund: null,
    });
  }),

  read(PART, 'transfer_reversal', {}, (call) => theReversal(call)),

  change(PART, 'transfer_reversal', { metadata }, async (call) => {
    const { body: transfer } = await theOne(call, 'transfer', call.within, true);
    const before = await theReversal(call);
    const after = { ...before, metadata: mergedMetadata(before.metadata, call.params.metadata) };
    await replaceObject(call.tx, call.account.id, after);
    await replaceObject(call.tx, call.account.id, { ...transfer, reversals: withPart(transfer.reversals, after) });
    return after;
  }),

  readList(`${PATH}/:id/reversals`, 'transfer_reversal', paging, async (call) => {
    await theOne(call, 'transfer', call.id);
    return listPage(call, 'transfer_reversal', `${PATH}/${call.id}/reversals`, { parent: call.id });
  }),
];

async function theReversal(call: Reading & { id: string; within: string }) {
  const { body } = await theOne(call, 'transfer_reversal', call.id);
  if (body.transfer !== call.within) throw noSuch('transfer reversal', call.id, 'id');
  return body;
}

async function createTransfer(call: Changing<Values<typeof CREATE_FIELDS>>): Promise<Transfer> {
  const { destination, description = null, source_transaction: charge, transfer_group: group } = call.params;
  const currency = call.params.currency.toLowerCase();
  if (!CURRENCIES.includes(currency)) throw invalidParam('currency', `Invalid currency: ${currency}.`);
  await theDestination(call, destination, 'destination');
  const sending = {
    currency,
    description,
    destination,
    fee: 0,
    metadata: mergedMetadata({}, call.params.metadata),
    transferGroup: group ?? null,
  };
  const { transfer } = await makeTransfer(
    call,
    charge === undefined
      ? { ...sending, amount: await availableAmount(call, currency), source: null }
      : { ...sending, ...(await ofPayment(call, charge, currency, group)) },
  );
  return transfer;
}

async function availableAmount(call: Changing<{ amount?: number }>, currency: string): Promise<number> {
  const { amount } = call.params;
  if (amount === undefined) throw missingParam('amount');
  if ((await availableNow(call.tx, call.account.id, currency, call.now)) >= amount) return amount;
  throw refused(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
    { code: 'balance_insufficient' },
  );
}

/** Of one payment no more is passed on than was paid; the charge's lock makes others wait. */
async function ofPayment(
  call: Changing<{ amount?: number }>,
  id: string,
  currency: string,
  group: string | undefined,
): Promise<Pick<Sending, 'amount' | 'source' | 'transferGroup'>> {
  const { body: charge } = await theNamed(call, 'charge', id, 'source_transaction', true);
  const money = idOf(charge.balance_transaction);
  if (!charge.paid || money === null) {
    throw refused(`Charge ${id} has not been paid, so it cannot be the source of a transfer.`, {
      param: 'source_transaction',
    });
  }
  if (charge.currency !== currency) {
    throw invalidParam(
      'currency',
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${currency}).`,
    );
  }
  const earlier = await call.tx.sql<{ body: string }>`
    SELECT "body" FROM "object" WHERE "account" = ${call.account.id} AND "parent" = ${id} AND "type" = 'transfer'`;
  const passedOn = earlier
    .map((row) => JSON.parse(row.body) as Transfer)
    .reduce((sum, { amount, amount_reversed: back }) => sum + amount - back, 0);
  const amount = call.params.amount ?? charge.amount_captured - passedOn;
  if (amount > charge.amount_captured - passedOn) {
    throw refused('The transfer and previous transfers together exceed the amount of the source_transaction.', {
      code: 'balance_insufficient',
      param: 'amount',
    });
  }
  const { body: taken } = await theNamed(call, 'balance_transaction', money, 'source_transaction');
  return {
    amount,
    source: { charge: id, availableOn: taken.available_on },
    transferGroup: group ?? charge.transfer_group ?? `group_${idOf(charge.payment_intent) ?? id}`,
  };
}
