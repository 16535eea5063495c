/** What the surroundings say about the payment provider. */
export interface ProviderSettings {
  PROVIDER?: 'embedded' | 'external' | undefined;
  STRIPE_API_HOST?: string | undefined;
  STRIPE_API_PORT?: number | undefined;
  STRIPE_API_PROTOCOL?: 'http' | 'https' | undefined;
  STRIPE_SECRET_KEY?: string | undefined;
  STRIPE_WEBHOOK_SECRET?: string | undefined;
}

export const STRIPE_HOST = 'api.stripe.com';
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;

/** Whoever names another provider wants that one. */
export const whoseProvider = (env: ProviderSettings): 'embedded' | 'external' =>
  env.STRIPE_API_HOST || env.STRIPE_API_PORT || env.STRIPE_SECRET_KEY ? 'external' : 'embedded';

/** Whether it is Stripe itself, in its test mode: named, or a key without saying where. */
export function isStripe(env: ProviderSettings): boolean {
  if (env.STRIPE_API_HOST) return env.STRIPE_API_HOST === STRIPE_HOST;
  return env.PROVIDER === 'external' && env.STRIPE_SECRET_KEY !== undefined && env.STRIPE_API_PORT === undefined;
}

/** Which settings do not go together, each with a sentence: practice must never take money nor tell a stranger of it. */
export function whyNotProvider(env: ProviderSettings): Array<[keyof ProviderSettings, string]> {
  const { STRIPE_API_HOST: host, STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret } = env;
  const why: Array<[keyof ProviderSettings, string]> = [];
  if (host && host !== STRIPE_HOST && !LOOPBACK.test(host)) {
    why.push(['STRIPE_API_HOST', `must be this machine (127.0.0.1) or ${STRIPE_HOST}`]);
  }
  if (env.PROVIDER === 'embedded' && host === STRIPE_HOST) {
    why.push(['PROVIDER', 'embedded is on this machine: leave it out to use Stripe']);
  }
  if (env.PROVIDER === 'external' && isStripe(env)) {
    if (!key) why.push(['STRIPE_SECRET_KEY', 'is missing: the key of a test account at Stripe, sk_test_…']);
    if (env.STRIPE_API_PROTOCOL === 'http') why.push(['STRIPE_API_PROTOCOL', 'must be https to Stripe']);
  }
  if (env.PROVIDER === 'external' && key && !secret) {
    why.push([
      'STRIPE_WEBHOOK_SECRET',
      'is missing: without it no payment is believed; stripe listen prints it, whsec_…',
    ]);
  }
  return why;
}
