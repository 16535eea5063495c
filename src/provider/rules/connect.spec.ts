import { describe, expect, it } from '@jest/globals';
import { CONNECT_MODELS, whyNotOpen, whyNotReceive, whyNotTransfer } from './connect.js';

describe('what Stripe Thailand allows a platform', () => {
  it('is everything in the practice model that splits', () => {
    for (const country of ['TH', 'US']) {
      for (const losses of ['application', 'stripe']) {
        expect(whyNotOpen('platform_split', { country, losses })).toBeNull();
      }
    }
    expect(whyNotTransfer('platform_split')).toBeNull();
  });

  it('is neither answering for a Thai shop’s losses nor passing money on in the direct model', () => {
    expect(whyNotOpen('direct', { country: 'TH', losses: 'application' })).toMatch(/^Platforms in TH cannot create/);
    expect(whyNotOpen('direct', { country: 'TH', losses: 'stripe' })).toBeNull();
    expect(whyNotOpen('direct', { country: 'US', losses: 'application' })).toBeNull();
    expect(whyNotTransfer('direct')).toMatch(/not supported in Thailand/);
    expect(CONNECT_MODELS).toHaveLength(2);
  });
});

describe('an account that money is sent to', () => {
  const account = { type: 'express', capabilities: {}, disabledReason: null };

  it('needs the transfers capability, except a standard one in test mode', () => {
    expect(whyNotReceive(account)).toMatch(/capabilities enabled/);
    expect(whyNotReceive({ ...account, capabilities: { transfers: 'inactive' } })).not.toBeNull();
    expect(whyNotReceive({ ...account, capabilities: { transfers: 'active' } })).toBeNull();
    expect(whyNotReceive({ ...account, type: 'standard' })).toBeNull();
  });

  it('gets none once it was rejected', () => {
    const rejected = { type: 'standard', capabilities: { transfers: 'active' }, disabledReason: 'rejected.fraud' };
    expect(whyNotReceive(rejected)).not.toBeNull();
  });
});
