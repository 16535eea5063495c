import { describe, expect, it } from '@jest/globals';
import { hostedAddress } from './hosted-address.js';

describe("the address of the provider's page", () => {
  it('is a path of our own when it would be the loopback of a phone', () => {
    expect(hostedAddress('http://127.0.0.1:3000/pay/promptpay/abc')).toBe('/pay/promptpay/abc');
    expect(hostedAddress('http://localhost:3000/pay/card/abc?x=1')).toBe('/pay/card/abc?x=1');
  });

  it("stays what it is at anybody else's", () => {
    for (const url of ['https://payments.stripe.com/qr/instructions/x', 'https://talad.example/pay/promptpay/abc'])
      expect(hostedAddress(url)).toBe(url);
  });

  it('stays what it is at the loopback of something that is not lent', () => {
    expect(hostedAddress('http://127.0.0.1:12111/instructions')).toBe('http://127.0.0.1:12111/instructions');
  });
});
