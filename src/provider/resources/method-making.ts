import { METHOD_TYPES } from '../rules/methods.js';
import { cardByToken } from '../rules/test-cards.js';
import { debitByIban, type TestDebit } from '../rules/test-debits.js';
import { insertObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';
import { hash, mergedMetadata, metadata, oneOf, required, text, type Values } from '../wire/params.js';
import { invalidParam, missingParam } from '../wire/problem.js';
import { CARD_FIELDS, cardBody, cardOf } from './card-details.js';
import { billingParam, wholeBilling } from './common-params.js';

/** What a PaymentMethod is made of; also `payment_method_data` of an intent. */
export const METHOD_FIELDS = {
  type: required(oneOf(METHOD_TYPES)),
  allow_redisplay: oneOf(['always', 'limited', 'unspecified']),
  billing_details: billingParam,
  card: CARD_FIELDS,
  grabpay: hash({}),
  promptpay: hash({}),
  sepa_debit: hash({ iban: required(text(40)) }),
  metadata,
};
type MethodFields = Values<typeof METHOD_FIELDS>;

/** Makes and stores a method. The test card or account behind it stays off the wire: only its name is kept. */
export async function makeMethod(acting: Acting, fields: MethodFields, within = ''): Promise<Stored<'payment_method'>> {
  const named = (name: string) => (within ? `${within}[${name}]` : name);
  const method = blank(acting, fields);
  if (fields.type === 'promptpay') return store(acting, { ...method, promptpay: {} }, {});
  if (fields.type === 'grabpay') return store(acting, { ...method, grabpay: {} }, {});
  if (fields.type === 'sepa_debit') {
    if (!fields.sepa_debit) throw missingParam(named('sepa_debit'));
    const debit = debitOf(fields.sepa_debit.iban, named('sepa_debit[iban]'));
    return store(acting, { ...method, sepa_debit: debitBody(debit) }, { iban: debit.iban });
  }
  if (!fields.card) throw missingParam(named('card'));
  const found = cardOf(fields.card, named('card'), acting.now);
  return store(acting, { ...method, card: cardBody(found, fields.card, acting.now) }, { card: found.name });
}

/** The method that `pm_card_…` stands for: a new one at each use, as at Stripe. Null when it is no such token. */
export async function methodOfToken(acting: Acting, token: string): Promise<Stored<'payment_method'> | null> {
  const found = cardByToken(token);
  if (!found) return null;
  const method = { ...blank(acting, { type: 'card' }), card: cardBody(found, {}, acting.now) };
  return store(acting, method, { card: found.name });
}

function debitOf(iban: string, param: string): TestDebit {
  const found = debitByIban(iban);
  if (found) return found;
  throw invalidParam(
    param,
    'The IBAN you provided is invalid: only test IBANs can be used here.',
    'invalid_bank_account_iban',
  );
}

const debitBody = ({ iban, country }: TestDebit): NonNullable<Stored<'payment_method'>['sepa_debit']> => ({
  bank_code: iban.slice(4, 9),
  branch_code: null,
  country,
  fingerprint: `practice${iban.slice(-8)}`,
  generated_from: { charge: null, setup_attempt: null },
  last4: iban.slice(-4),
});

async function store(
  acting: Acting,
  method: Stored<'payment_method'>,
  hidden: Record<string, string>,
): Promise<Stored<'payment_method'>> {
  await insertObject(acting.tx, acting.account.id, 'payment_method', method, { status: method.type, hidden });
  return method;
}

const blank = (acting: Acting, fields: MethodFields): Stored<'payment_method'> => ({
  id: newId('pm'),
  object: 'payment_method',
  allow_redisplay: fields.allow_redisplay ?? 'unspecified',
  billing_details: wholeBilling(fields.billing_details),
  created: acting.now,
  customer: null,
  customer_account: null,
  livemode: false,
  metadata: mergedMetadata({}, fields.metadata),
  type: fields.type,
});

export function refuseMethodType(method: Stored<'payment_method'>, allowed: readonly string[], param: string): void {
  if (allowed.includes(method.type)) return;
  throw invalidParam(
    param,
    `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types to proceed: ${allowed.join(', ')}.`,
    'payment_intent_incompatible_payment_method',
  );
}
