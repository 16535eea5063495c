import { cardByNumber, cardByToken, type TestCard } from '../rules/test-cards.js';
import type { Stored } from '../wire/object-types.js';
import { hash, integer, text, type Values } from '../wire/params.js';
import { missingParam, noSuch, Problem } from '../wire/problem.js';

const FIELDS = { token: text(), number: text(30), exp_month: integer(), exp_year: integer(), cvc: text() };
export const CARD_FIELDS = hash(FIELDS);
type CardFields = Values<typeof FIELDS>;

/** Only published test numbers are cards here; any other number is refused before it is written anywhere. */
export function cardOf(given: CardFields, param: string, now: number): TestCard {
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
  refuseExpiry(month, year, now);
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc)) {
    throw cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  }
}

/** The year may be written with two digits. */
export function refuseExpiry(month: number, year: number, now: number): void {
  if (month < 1 || month > 12) {
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
  const today = new Date(now * 1000);
  const months = (year < 100 ? 2000 + year : year) * 12 + month;
  if (months < today.getUTCFullYear() * 12 + today.getUTCMonth() + 1) {
    throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
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

export function cardBody(
  found: TestCard,
  given: CardFields,
  now: number,
): NonNullable<Stored<'payment_method'>['card']> {
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
