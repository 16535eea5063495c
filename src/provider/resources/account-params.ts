import type Stripe from 'stripe';
import { type ConnectModel, whyNotOpen } from '../rules/connect.js';
import { isNationalId } from '../rules/national-id.js';
import {
  anyHash,
  clearable,
  clearableEmail,
  flag,
  hash,
  integer,
  mergedMetadata,
  metadata,
  oneOf,
  required,
  text,
  type Values,
} from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import {
  type Account,
  type AccountType,
  bankAccount,
  blankAccount,
  CONTROLLERS,
  DUE,
  externalAccounts,
  onboarded,
  requirements,
  withStatus,
} from './account-body.js';

const asked = hash({ requested: flag });

const CAPABILITIES = {
  card_payments: asked,
  grabpay_payments: asked,
  legacy_payments: asked,
  promptpay_payments: asked,
  sepa_debit_payments: asked,
  transfers: asked,
};

const PROFILE = hash({
  mcc: clearable(4),
  name: clearable(),
  product_description: clearable(),
  support_email: clearableEmail(),
  support_phone: clearable(),
  support_url: clearable(),
  url: clearable(),
});

/** Of people and companies no more is read than whether it was told: nobody's papers are kept at a place for practice. */
const person = hash({
  address: anyHash,
  dob: anyHash,
  email: text(),
  first_name: text(),
  id_number: text(),
  last_name: text(),
  phone: text(),
  relationship: anyHash,
  verification: anyHash,
});

export const ACCOUNT_FIELDS = {
  business_profile: PROFILE,
  business_type: oneOf(['company', 'government_entity', 'individual', 'non_profit']),
  capabilities: hash(CAPABILITIES),
  company: hash({ address: anyHash, name: text(), phone: text(), tax_id: text(), verification: anyHash }),
  default_currency: text(3),
  email: clearableEmail(800),
  external_account: hash({
    object: oneOf(['bank_account']),
    account_holder_name: text(),
    account_holder_type: oneOf(['company', 'individual']),
    account_number: required(text(34)),
    country: required(text(2)),
    currency: required(text(3)),
    routing_number: text(),
  }),
  individual: person,
  metadata,
  settings: anyHash,
  tos_acceptance: hash({ date: integer(0), ip: text(), service_agreement: text(), user_agent: text() }),
};
type Fields = Partial<Values<typeof ACCOUNT_FIELDS>>;

/** Who bears what is said once, when the account is opened. */
export const CONTROLLER = hash({
  fees: hash({ payer: oneOf(['account', 'application']) }),
  losses: hash({ payments: oneOf(['application', 'stripe']) }),
  requirement_collection: oneOf(['application', 'stripe']),
  stripe_dashboard: hash({ type: oneOf(['express', 'full', 'none']) }),
});

/** An empty account of the kind that was asked for, or the refusal of a Thai platform's. */
export function openedAs(
  call: { now: number; connectModel: ConnectModel },
  id: string,
  type: AccountType | undefined,
  wanted: Values<{ controller: typeof CONTROLLER }>['controller'],
  country: string,
): Account {
  const { standard } = CONTROLLERS;
  const payer = wanted?.fees?.payer ?? standard.fees.payer;
  const controller = wanted
    ? {
        fees: { payer },
        losses: wanted.losses ? { payments: wanted.losses.payments ?? 'stripe' } : standard.losses,
        requirement_collection: wanted.requirement_collection ?? standard.requirement_collection,
        stripe_dashboard: { type: wanted.stripe_dashboard?.type ?? standard.stripe_dashboard.type },
      }
    : CONTROLLERS[type ?? 'standard'];
  const where = country.toUpperCase();
  const why = whyNotOpen(call.connectModel, { country: where, losses: controller.losses.payments });
  // Stripe gives this refusal no code.
  if (why) throw refused(why);
  return {
    ...blankAccount(id, call.now),
    controller: { ...controller, is_controller: true, type: 'application' },
    country: where,
    default_currency: where === 'TH' ? 'thb' : 'usd',
    type: wanted ? 'none' : (type ?? 'standard'),
    ...(type !== 'express' && type !== 'custom' && { capabilities: USUAL }),
  };
}

/** What a standard account asks for by itself. */
const USUAL: Stripe.Account.Capabilities = {
  card_payments: 'inactive',
  promptpay_payments: 'inactive',
  transfers: 'inactive',
};

/** The account with what was given; once nothing is missing any more it may take payments. */
export function given(params: Fields, before: Account): Account {
  refuseForeignWork(params, before);
  const { business_profile: profile, capabilities, tos_acceptance: accepted, external_account: bank } = params;
  const told = Object.keys(DUE).filter((name) => name in params || (name === 'individual' && 'company' in params));
  const due = (before.requirements?.currently_due ?? []).filter(
    (item) => !told.some((name) => DUE[name]?.includes(item)),
  );
  const after: Account = {
    ...before,
    ...(profile && { business_profile: { ...NO_PROFILE, ...before.business_profile, ...profile } }),
    ...(params.business_type && { business_type: params.business_type }),
    ...(capabilities && { capabilities: asking(before, capabilities) }),
    ...(params.company && { company: { ...before.company, ...companyOf(params.company) } }),
    ...(params.default_currency && { default_currency: params.default_currency.toLowerCase() }),
    ...(params.email !== undefined && { email: params.email }),
    ...(bank && { external_accounts: externalAccounts(before.id, [bankOf(before.id, bank)]) }),
    ...(params.settings && { settings: { ...before.settings, ...params.settings } as Account['settings'] }),
    ...(accepted && { tos_acceptance: { ...before.tos_acceptance, ...accepted } }),
    metadata: mergedMetadata(before.metadata ?? {}, params.metadata),
  };
  if (before.details_submitted) return after;
  if (due.length === 0) return onboarded(after);
  return { ...after, requirements: requirements(due, 'requirements.past_due') };
}

function refuseForeignWork(params: Fields, { controller, country }: Account): void {
  const id = params.individual?.id_number;
  if (id !== undefined && country === 'TH' && !isNationalId(id)) {
    throw invalidParam('individual[id_number]', 'The ID number provided is not a valid Thai national ID number.');
  }
  if (params.tos_acceptance && controller?.requirement_collection !== 'application') {
    throw invalidParam(
      'tos_acceptance',
      'You cannot accept the Terms of Service on behalf of Standard and Express connected accounts.',
    );
  }
}

function asking({ capabilities, details_submitted: told }: Account, wanted: NonNullable<Fields['capabilities']>) {
  const dropped = Object.entries(wanted).filter(([, { requested }]) => requested === false);
  const kept = Object.entries({ ...capabilities, ...wanted }).filter(
    ([name]) => !dropped.some(([drop]) => drop === name),
  );
  const names = Object.fromEntries(kept.map(([name]) => [name, 'inactive' as const]));
  return withStatus(names, told ? 'active' : 'inactive') ?? {};
}

const companyOf = ({ name, phone, tax_id: taxId }: NonNullable<Fields['company']>) => ({
  ...(name && { name }),
  ...(phone && { phone }),
  ...(taxId && { tax_id_provided: true }),
});

const bankOf = (account: string, bank: NonNullable<Fields['external_account']>) =>
  bankAccount(account, {
    number: bank.account_number,
    name: bank.account_holder_name ?? null,
  });

const NO_PROFILE: Stripe.Account.BusinessProfile = {
  mcc: null,
  minority_owned_business_designation: null,
  name: null,
  product_description: null,
  specified_commercial_transactions_act_url: null,
  support_address: null,
  support_email: null,
  support_phone: null,
  support_url: null,
  url: null,
};
