import { describe, expect, it } from '@jest/globals';
import { isStripe, type ProviderSettings, whoseProvider, whyNotProvider } from './provider-settings.js';

const key = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
const wrong = (env: ProviderSettings) =>
  whyNotProvider({ ...env, PROVIDER: env.PROVIDER ?? whoseProvider(env) }).map(([setting]) => setting);

describe('the provider by its settings', () => {
  it('is our own unless they name another', () => {
    expect(whoseProvider({})).toBe('embedded');
    expect(wrong({})).toEqual([]);
    for (const env of [
      { STRIPE_API_PORT: 12111 },
      { STRIPE_API_HOST: 'localhost' },
      { STRIPE_SECRET_KEY: 'sk_test_1' },
    ])
      expect(whoseProvider(env)).toBe('external');
  });

  it('is Stripe when a key says who pays and nothing says where', () => {
    expect(isStripe({ PROVIDER: 'external', ...key })).toBe(true);
    expect(isStripe({ PROVIDER: 'external', ...key, STRIPE_API_HOST: '127.0.0.1' })).toBe(false);
    expect(isStripe({ PROVIDER: 'external', STRIPE_API_PORT: 12500 })).toBe(false);
    expect(wrong(key)).toEqual([]);
  });

  it('is on this machine or Stripe, over TLS, with its webhook secret', () => {
    expect(wrong({ STRIPE_API_HOST: '192.168.1.5' })).toEqual(['STRIPE_API_HOST']);
    expect(wrong({ STRIPE_API_HOST: '127.0.0.1.evil.test' })).toEqual(['STRIPE_API_HOST']);
    expect(wrong({ ...key, STRIPE_API_PROTOCOL: 'http' })).toEqual(['STRIPE_API_PROTOCOL']);
    expect(wrong({ STRIPE_API_HOST: 'api.stripe.com' })).toEqual(['STRIPE_SECRET_KEY']);
    expect(wrong({ PROVIDER: 'embedded', STRIPE_API_HOST: 'api.stripe.com' })).toEqual(['PROVIDER']);
    expect(wrong({ STRIPE_SECRET_KEY: 'sk_test_1' })).toEqual(['STRIPE_WEBHOOK_SECRET']);
    expect(wrong({ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_API_HOST: '127.0.0.1' })).toEqual(['STRIPE_WEBHOOK_SECRET']);
  });
});
