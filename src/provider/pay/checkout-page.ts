import { backTo } from '../resources/session-body.js';
import { moneyText } from '../rules/money.js';
import { cardByName } from '../rules/test-cards.js';
import { TEST_DEBITS } from '../rules/test-debits.js';
import { listObjects } from '../store/object-lists.js';
import { findObject } from '../store/objects.js';
import type { Db } from '../store/store.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { renderPage } from './render.js';

type Session = Stored<'checkout.session'>;

/** The practice cards on the page, each with the key of what it does. Those that pay come first. */
const PAYING = [
  ['visa', 'card_pays'],
  ['mastercard', 'card_pays'],
  ['threeDSecure2Required', 'card_asks'],
  ['jp', 'card_foreign'],
] as const;
const FAILING = [
  ['chargeDeclined', 'card_refused'],
  ['chargeDeclinedInsufficientFunds', 'card_no_money'],
  ['chargeDeclinedExpiredCard', 'card_expired'],
  ['chargeDeclinedIncorrectCvc', 'card_wrong_cvc'],
  ['chargeDeclinedLostCard', 'card_lost'],
  ['threeDSecureRequiredChargeDeclined', 'card_asks_refused'],
  ['chargeDeclinedProcessingError', 'card_trouble'],
  ['createDispute', 'card_disputed'],
] as const;

/** Why the last try failed, as a key of the page's words. */
const REFUSALS: Record<string, string> = {
  expired_card: 'refused_expired_card',
  incorrect_cvc: 'refused_cvc',
  insufficient_funds: 'refused_no_money',
  payment_intent_authentication_failure: 'refused_not_confirmed',
  payment_intent_payment_attempt_expired: 'refused_too_late',
  payment_intent_payment_attempt_failed: 'refused_not_paid',
  processing_error: 'refused_trouble',
  setup_intent_authentication_failure: 'refused_not_confirmed',
};

/** The page of an open session: what is bought, what it costs, and a button for each way to pay it. */
export async function checkoutPage(db: Db, account: string, session: Session, path: string): Promise<string> {
  const { currency, payment_method_types: types } = session;
  const money = (amount: number | null) => moneyText(amount ?? 0, currency ?? 'thb');
  const lines = await listObjects(db, account, 'item', { parent: session.id, limit: 100 });
  const cards = types.includes('card');
  return renderPage('checkout', {
    path,
    title: session.mode === 'setup' ? 'checkout_setup' : 'checkout',
    total: session.mode === 'setup' ? null : money(session.amount_total),
    lines: lines.rows.map((line) => ({
      name: line.description ?? '',
      quantity: line.quantity ?? 1,
      amount: money(line.amount_total),
    })),
    rates: await ratesOf(db, account, session, money),
    problem: await problemOf(db, account, session),
    email: session.customer_email ?? 'buyer@practice.test',
    asksAddress: session.shipping_address_collection !== null,
    asksPhone: session.phone_number_collection?.enabled === true,
    promptpay: types.includes('promptpay'),
    wallet: types.includes('grabpay'),
    debits: types.includes('sepa_debit') ? debits() : [],
    paying: cards ? PAYING.map(picture) : [],
    failing: cards ? FAILING.map(picture) : [],
    cancel: session.cancel_url && backTo(session.cancel_url, session.id),
  });
}

function picture([name, does]: readonly [string, string]) {
  const card = cardByName(name);
  return { name, does, brand: card?.brand ?? 'visa', last4: card?.number.slice(-4) ?? '' };
}

const debits = () =>
  TEST_DEBITS.filter(({ seconds }) => seconds > 0).map(({ iban, works }) => ({
    iban,
    last4: iban.slice(-4),
    does: works ? 'debit_pays' : 'debit_refused',
  }));

async function ratesOf(db: Db, account: string, session: Session, money: (amount: number) => string) {
  const rates = [];
  for (const { shipping_rate: rate, shipping_amount: amount } of session.shipping_options) {
    const id = idOf(rate) ?? '';
    const found = await findObject(db, account, 'shipping_rate', id);
    const chosen = idOf(session.shipping_cost?.shipping_rate) === id;
    rates.push({ id, name: found?.body.display_name ?? '', amount: money(amount), chosen });
  }
  return rates;
}

async function problemOf(db: Db, account: string, session: Session): Promise<string | null> {
  const [paying, setting] = [idOf(session.payment_intent), idOf(session.setup_intent)];
  const error =
    paying === null
      ? setting && (await findObject(db, account, 'setup_intent', setting))?.body.last_setup_error
      : (await findObject(db, account, 'payment_intent', paying))?.body.last_payment_error;
  if (!error) return null;
  return REFUSALS[error.decline_code ?? ''] ?? REFUSALS[error.code ?? ''] ?? 'refused_card';
}
