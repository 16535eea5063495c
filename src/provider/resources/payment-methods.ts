import { cardByNumber, cardByToken, type TestCard } from '../rules/test-cards.js';
import { insertObject } from '../store/objects.js';
import { type Acting, change, type Endpoint, read } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';
import { hash, integer, mergedMetadata, metadata, oneOf, required, text, type Values } from '../wire/params.js';
import { invalidParam, missingParam, noSuch, Problem } from '../wire/problem.js';
import { billingParam, wholeBilling } from './common-params.js';
import { theOne } from './find.js';

const card = hash({ token: text(), number: text(30), exp_month: integer(), exp_year: integer(), cvc: text() });

/** What a PaymentMethod is made of; also `payment_method_data` of an intent. */
export const METHOD_FIELDS = {
  type: required(oneOf(['card', 'promptpay'])),
  billing_details: billingParam,
  card,
  promptpay: hash({}),
  metadata,
};
type MethodFields = Values<typeof METHOD_FIELDS>;

export const paymentMethodEndpoints: Endpoint[] = [
  change('/v1/payment_methods', 'payment_method', METHOD_FIELDS, (call) => makeMethod(call, call.params)),

  read(
    '/v1/payment_methods/:id',
    'payment_method',
    {},
    async (call) => (await theOne(call, 'payment_method', call.id)).body,
  ),
];

/** Makes and stores a method. The test card behind it stays off the wire: only its name is kept. */
export async function makeMethod(acting: Acting, fields: MethodFields, within = ''): Promise<Stored<'payment_method'>> {
  const named = (name: string) => (within ? `${within}[${name}]` : name);
  if (fields.type === 'promptpay') return store(acting, { ...blank(acting, fields), promptpay: {} }, null);
  if (!fields.card) throw missingParam(named('card'));
  const found = cardOf(fields.card, named('card'), acting.now);
  return store(acting, { ...blank(acting, fields), card: cardBody(found, fields.card, acting.now) }, found);
}

/** The method that `pm_card_…` stands for: a new one at each use, as at Stripe. Null when it is no such token. */
export async function methodOfToken(acting: Acting, token: string): Promise<Stored<'payment_method'> | null> {
  const found = cardByToken(token);
  if (!found) return null;
  return store(acting, { ...blank(acting, { type: 'card' }), card: cardBody(found, {}, acting.now) }, found);
}

async function store(
  acting: Acting,
  method: Stored<'payment_method'>,
  found: TestCard | null,
): Promise<Stored<'payment_method'>> {
  await insertObject(acting.tx, acting.account.id, 'payment_method', method, {
    hidden: found ? { card: found.name } : null,
  });
  return method;
}

const blank = (acting: Acting, fields: MethodFields): Stored<'payment_method'> => ({
  id: newId('pm'),
  object: 'payment_method',
  allow_redisplay: 'unspecified',
  billing_details: wholeBilling(fields.billing_details),
  created: acting.now,
  customer: null,
  customer_account: null,
  livemode: false,
  metadata: mergedMetadata({}, fields.metadata),
  type: fields.type,
});

type CardFields = NonNullable<MethodFields['card']>;

/** Only published test numbers are cards here; any other number is refused before it is written anywhere. */
function cardOf(given: CardFields, param: string, now: number): TestCard {
  if (given.token !== undefined) {
    const found = cardByToken(given.token);
    if (!found) throw noSuch('token', given.token, `${param}[token]`, 400);
    return found;
  }
  if (given.number === undefined) throw missingParam(`${param}[number]`);
  if (given.number.replace(/[\s-]/g, '') === '4242424242424241') {
    throw cardError('incorrect_number', 'Your card number is incorrect.', 'number');
  }
  const found = cardByNumber(given.number);
  if (!found) throw liveCard();
  refuseBadDetails(given, param, now);
  return found;
}

function refuseBadDetails({ exp_month: month, exp_year: year, cvc }: CardFields, param: string, now: number): void {
  if (month === undefined) throw missingParam(`${param}[exp_month]`);
  if (year === undefined) throw missingParam(`${param}[exp_year]`);
  if (month < 1 || month > 12) {
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
  const today = new Date(now * 1000);
  const months = (year < 100 ? 2000 + year : year) * 12 + month;
  if (months < today.getUTCFullYear() * 12 + today.getUTCMonth() + 1) {
    throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  }
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc)) {
    throw cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  }
}

const cardError = (code: string, message: string, param: string): Problem =>
  new Problem(402, { type: 'card_error', code, message, param });

const liveCard = (): Problem =>
  new Problem(402, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'test_mode_live_card',
    message:
      'Your card was declined. Your request was in test mode, but used a non test card. Use the test cards only.',
    param: 'number',
  });

function cardBody(found: TestCard, given: CardFields, now: number): NonNullable<Stored<'payment_method'>['card']> {
  const today = new Date(now * 1000);
  return {
    brand: found.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: found.country,
    display_brand: found.brand,
    exp_month: given.exp_month ?? today.getUTCMonth() + 1,
    exp_year: given.exp_year ?? today.getUTCFullYear() + 1,
    fingerprint: `practice${found.number.slice(-8)}`,
    funding: found.funding,
    generated_from: null,
    last4: found.number.slice(-4),
    networks: { available: [found.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

export function refuseMethodType(method: Stored<'payment_method'>, allowed: readonly string[], param: string): void {
  if (allowed.includes(method.type)) return;
  throw invalidParam(
    param,
    `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types to proceed: ${allowed.join(', ')}.`,
    'payment_intent_incompatible_payment_method',
  );
}
