import type Stripe from 'stripe';
import { newId } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';

export type Account = Stored<'account'>;
export type AccountType = 'standard' | 'express' | 'custom';

/** Who bears what, as Stripe puts it for the three kinds of account. */
export const CONTROLLERS: Record<AccountType, Required<Omit<Stripe.Account.Controller, 'is_controller' | 'type'>>> = {
  standard: {
    fees: { payer: 'account' },
    losses: { payments: 'stripe' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: 'full' },
  },
  express: {
    fees: { payer: 'application_express' },
    losses: { payments: 'application' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: 'express' },
  },
  custom: {
    fees: { payer: 'application_custom' },
    losses: { payments: 'application' },
    requirement_collection: 'application',
    stripe_dashboard: { type: 'none' },
  },
};

/** What a shop must tell before it may be paid, by the parameter that tells it. */
export const DUE: Record<string, readonly string[]> = {
  business_profile: ['business_profile.product_description', 'business_profile.url'],
  business_type: ['business_type'],
  external_account: ['external_account'],
  individual: ['representative.first_name', 'representative.id_number', 'representative.last_name'],
  tos_acceptance: ['tos_acceptance.date', 'tos_acceptance.ip'],
};

export function requirements(due: readonly string[], disabled: string | null): NonNullable<Account['requirements']> {
  const list = [...due];
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: list,
    disabled_reason: disabled as 'requirements.past_due' | null,
    errors: [],
    eventually_due: list,
    past_due: list,
    pending_verification: [],
  };
}

/** Requested and not refused; they work once the account has told everything. */
export function withStatus(asked: Account['capabilities'], status: 'active' | 'inactive'): Account['capabilities'] {
  return Object.fromEntries(Object.keys(asked ?? {}).map((name) => [name, status]));
}

/** The account has told all that it must: it may take payments and be paid out. */
export const onboarded = (account: Account): Account => ({
  ...account,
  capabilities: withStatus(account.capabilities, 'active') ?? {},
  charges_enabled: true,
  details_submitted: true,
  payouts_enabled: true,
  requirements: requirements([], null),
});

export function bankAccount(account: string, given: { number: string; name: string | null }): Stripe.BankAccount {
  return {
    id: newId('ba'),
    object: 'bank_account',
    account,
    account_holder_name: given.name,
    account_holder_type: null,
    account_type: null,
    available_payout_methods: ['standard'],
    bank_name: 'ธนาคารฝึก (PRACTICE BANK)',
    country: 'TH',
    currency: 'thb',
    default_for_currency: true,
    fingerprint: null,
    future_requirements: null,
    // No more of a bank account than this is ever kept.
    last4: given.number.slice(-4),
    metadata: {},
    requirements: null,
    routing_number: null,
    status: 'new',
  };
}

export const externalAccounts = (
  id: string,
  accounts: readonly Stripe.BankAccount[],
): NonNullable<Account['external_accounts']> => ({
  object: 'list',
  data: [...accounts],
  has_more: false,
  url: `/v1/accounts/${id}/external_accounts`,
});

export const blankAccount = (id: string, created: number): Account => ({
  id,
  object: 'account',
  business_profile: null,
  business_type: null,
  capabilities: {},
  charges_enabled: false,
  controller: { ...CONTROLLERS.standard, is_controller: true, type: 'application' },
  country: 'TH',
  created,
  default_currency: 'thb',
  details_submitted: false,
  email: null,
  external_accounts: externalAccounts(id, []),
  future_requirements: requirements([], null),
  groups: null,
  metadata: {},
  payouts_enabled: false,
  requirements: requirements(Object.values(DUE).flat(), 'requirements.past_due'),
  settings: settings(),
  tos_acceptance: { date: null, ip: null, user_agent: null },
  type: 'standard',
});

const settings = (): NonNullable<Account['settings']> => ({
  bacs_debit_payments: { display_name: null, service_user_number: null },
  branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
  card_issuing: { tos_acceptance: { date: null, ip: null } },
  card_payments: {
    decline_on: { avs_failure: false, cvc_failure: false },
    statement_descriptor_prefix: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  dashboard: { display_name: null, timezone: 'Asia/Bangkok' },
  payments: {
    statement_descriptor: null,
    statement_descriptor_kana: null,
    statement_descriptor_kanji: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  payouts: {
    debit_negative_balances: true,
    schedule: { delay_days: 7, interval: 'daily' },
    statement_descriptor: null,
  },
  sepa_debit_payments: {},
});
