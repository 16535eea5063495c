import { describe, expect, it } from '@jest/globals';
import { contentPolicy, returnUrl } from './return-url.js';

const intent = (status: string) => ({
  object: 'payment_intent' as const,
  id: 'pi_1',
  client_secret: 'pi_1_secret_2',
  status,
});

describe('the way back from a bank’s page', () => {
  it('keeps the address and adds the payment and how it went', () => {
    expect(returnUrl('http://shop.test/m/1/paid?order=7', intent('succeeded'))).toBe(
      'http://shop.test/m/1/paid?order=7&payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=succeeded',
    );
    expect(returnUrl('http://shop.test/', intent('requires_payment_method'))).toContain('redirect_status=failed');
    expect(returnUrl('http://shop.test/', intent('requires_capture'))).toContain('redirect_status=succeeded');
  });

  it('is allowed by the page’s policy to that origin and to no other', () => {
    expect(contentPolicy('http://shop.test:3000/m/1/paid')).toContain("form-action 'self' http://shop.test:3000;");
    expect(contentPolicy(null)).toContain("form-action 'self';");
  });
});
