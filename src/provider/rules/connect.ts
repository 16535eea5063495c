import { moneyText } from './money.js';

/**
 * How the money of a market's many shops may flow. `platform_split`: the platform collects and splits afterwards, as in most of
 * the world. `direct`: what Stripe allows in Thailand, where each shop takes its own payments and the platform only a fee of them.
 */
export const CONNECT_MODELS = ['platform_split', 'direct'] as const;
export type ConnectModel = (typeof CONNECT_MODELS)[number];

interface Opening {
  country: string;
  /** Who pays when a shop's balance stays negative. */
  losses: string;
}

/** Stripe's sentence why a Thai platform cannot open such an account, or null. Quoted from its API (Thai test mode, 2026). */
export function whyNotOpen(model: ConnectModel, { country, losses }: Opening): string | null {
  if (model !== 'direct' || country !== 'TH' || losses !== 'application') return null;
  return 'Platforms in TH cannot create accounts where the platform is loss-liable, due to risk control measures. Please refer to our guide (https://stripe.com/docs/connect/accounts) for more details.';
}

/** Why the platform's own money cannot be passed on, or null: "We do not support separate charges and transfer" is Stripe's page for Thailand. */
export function whyNotTransfer(model: ConnectModel): string | null {
  if (model !== 'direct') return null;
  return 'Platforms in TH cannot create transfers: separate charges and transfers and destination charges are not supported in Thailand. Create direct charges on the connected account instead. See https://support.stripe.com/questions/stripe-thailand-support-for-marketplaces.';
}

interface Destination {
  type: string;
  capabilities: Record<string, string | undefined>;
  /** Why the account was shut, if it was. */
  disabledReason: string | null;
}

/** Stripe's sentence why money cannot go to the account, or null. Test mode lets standard accounts have it before they told all. */
export function whyNotReceive({ type, capabilities, disabledReason }: Destination): string | null {
  const shut = disabledReason?.startsWith('rejected.') === true;
  if (!shut && (type === 'standard' || capabilities.transfers === 'active')) return null;
  return 'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments';
}

interface TakingBack {
  amount: number;
  /** What has not been taken back yet. */
  left: number;
  currency: string;
}

/** Stripe's sentence why `amount` of a transfer cannot be reversed, or of a fee be refunded; or null. */
export function whyNotTakeBack(of: 'fee' | 'transfer', { amount, left, currency }: TakingBack): string | null {
  const [given, back] = [moneyText(amount, currency), moneyText(left, currency)];
  if (of === 'fee') {
    if (left === 0) return 'This application fee has already been refunded.';
    return amount > left ? `Refund amount (${given}) is greater than unrefunded amount on fee (${back})` : null;
  }
  if (left === 0) return 'This transfer has already been fully reversed.';
  return amount > left ? `Reversal amount (${given}) is greater than unreversed amount on transfer (${back})` : null;
}
