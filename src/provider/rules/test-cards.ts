/** What the card network answers when it is asked to charge one of these cards. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  param?: string;
}
export interface TestCard {
  name: string;
  number: string;
  brand: 'visa' | 'mastercard' | 'amex';
  funding: 'credit' | 'debit';
  country: string;
  decline: Decline | null;
  /** `always` opens the bank's page for each payment, `until_set_up` until it was confirmed once; `never` knows no such page. */
  authentication: 'always' | 'until_set_up' | 'never';
  /** Its money can be paid out at once instead of after the holding days. */
  settlesAtOnce?: boolean;
  /** It can be kept for a customer although it is declined when it is charged. */
  attaches?: boolean;
  /** What the holder complains of as soon as it is paid. */
  dispute?: 'fraudulent' | 'product_not_received' | 'inquiry';
  /** How money goes back to it: late, or not at all after it seemed to. */
  refund?: 'pending' | 'fails';
  elevatedRisk?: boolean;
}

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  declineCode,
  message,
});
const failing = (code: string, message: string, param?: string): Decline => ({
  code,
  declineCode: code,
  message,
  ...(param && { param }),
});

const GENERIC = declined('generic_decline');
const INSUFFICIENT = declined('insufficient_funds', 'Your card has insufficient funds.');
const VELOCITY = declined(
  'card_velocity_exceeded',
  'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
);
const EXPIRED = failing('expired_card', 'Your card has expired.', 'exp_month');
const WRONG_CVC = failing('incorrect_cvc', "Your card's security code is incorrect.", 'cvc');
const PROCESSING = failing(
  'processing_error',
  'An error occurred while processing your card. Try again in a little bit.',
);
const BLOCKED: Decline = declined('fraudulent');

/** Off session nobody is there to answer the bank's question. */
export const AUTHENTICATION_REQUIRED: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The practice cards are Thai, so that the fee is the domestic one that a Thai shop meets first; `jp` is the foreign one. */
const card = (name: string, number: string, more: Partial<TestCard> = {}): TestCard => ({
  name,
  number,
  brand: 'visa',
  funding: 'credit',
  country: 'TH',
  decline: null,
  authentication: 'never',
  ...more,
});

export const TEST_CARDS: readonly TestCard[] = [
  card('visa', '4242424242424242'),
  card('visa_debit', '4000056655665556', { funding: 'debit' }),
  card('mastercard', '5555555555554444', { brand: 'mastercard' }),
  card('amex', '378282246310005', { brand: 'amex' }),
  card('th', '4000007640000003'),
  card('jp', '4000003920000003', { country: 'JP' }),
  card('bypassPending', '4000000000000077', { settlesAtOnce: true }),
  card('createDispute', '4000000000000259', { dispute: 'fraudulent' }),
  card('createDisputeProductNotReceived', '4000000000002685', { dispute: 'product_not_received' }),
  card('createDisputeInquiry', '4000000000001976', { dispute: 'inquiry' }),
  card('pendingRefund', '4000000000007726', { refund: 'pending' }),
  card('refundFail', '4000000000005126', { refund: 'fails' }),
  card('riskLevelElevated', '4000000000009235', { elevatedRisk: true }),
  card('chargeDeclined', '4000000000000002', { decline: GENERIC }),
  card('chargeDeclinedInsufficientFunds', '4000000000009995', { decline: INSUFFICIENT }),
  card('chargeDeclinedLostCard', '4000000000009987', { decline: declined('lost_card') }),
  card('chargeDeclinedStolenCard', '4000000000009979', { decline: declined('stolen_card') }),
  card('chargeDeclinedVelocityLimitExceeded', '4000000000006975', { decline: VELOCITY }),
  card('chargeDeclinedExpiredCard', '4000000000000069', { decline: EXPIRED }),
  card('chargeDeclinedIncorrectCvc', '4000000000000127', { decline: WRONG_CVC }),
  card('chargeDeclinedProcessingError', '4000000000000119', { decline: PROCESSING }),
  card('chargeCustomerFail', '4000000000000341', { decline: GENERIC, attaches: true }),
  card('radarBlock', '4100000000000019', { decline: BLOCKED }),
  card('threeDSecure2Required', '4000000000003220', { authentication: 'always' }),
  card('authenticationRequired', '4000002760003184', { authentication: 'always' }),
  card('authenticationRequiredOnSetup', '4000002500003155', { authentication: 'until_set_up' }),
  card('threeDSecureRequiredChargeDeclined', '4000008400001629', { authentication: 'always', decline: GENERIC }),
];

/** Older names that Stripe's own pages still use. */
const ALIASES: Record<string, string> = {
  visa_chargeDeclined: 'chargeDeclined',
  visa_chargeDeclinedInsufficientFunds: 'chargeDeclinedInsufficientFunds',
  visa_chargeDeclinedLostCard: 'chargeDeclinedLostCard',
  visa_chargeDeclinedStolenCard: 'chargeDeclinedStolenCard',
  visa_chargeDeclinedVelocityLimitExceeded: 'chargeDeclinedVelocityLimitExceeded',
  insufficientFunds: 'chargeDeclinedInsufficientFunds',
  threeDSecureRequired: 'threeDSecure2Required',
};

const named = new Map(TEST_CARDS.map((known) => [known.name, known]));
const numbered = new Map(TEST_CARDS.map((known) => [known.number, known]));

/** The card of `pm_card_…` or `tok_…`, or null. */
export function cardByToken(token: string): TestCard | null {
  const name = /^(?:pm_card|tok)_(\w+)$/.exec(token)?.[1] ?? '';
  return named.get(ALIASES[name] ?? name) ?? null;
}

export const cardByName = (name: string): TestCard | null => named.get(name) ?? null;

/** The card of a published test number. Null for every other number, which must then be neither stored nor logged. */
export const cardByNumber = (number: string): TestCard | null => numbered.get(number.replace(/[\s-]/g, '')) ?? null;
