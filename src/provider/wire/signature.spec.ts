import { describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { signatureHeader } from './signature.js';

const body = '{"id":"evt_1","object":"event"}';
const now = () => Math.floor(Date.now() / 1000);
const verify = (header: string, secret: string) =>
  new Stripe('sk_test_x').webhooks.constructEvent(body, header, secret);

describe('a signature', () => {
  it('is accepted by the official SDK, for each of two secrets while one replaces the other', () => {
    const header = signatureHeader(body, ['whsec_new', 'whsec_old'], now());
    expect(verify(header, 'whsec_new').id).toBe('evt_1');
    expect(verify(header, 'whsec_old').id).toBe('evt_1');
  });

  it('is refused with another secret, another body or an old time', () => {
    expect(() => verify(signatureHeader(body, ['whsec_a'], now()), 'whsec_b')).toThrow(/signature/i);
    expect(() => verify(signatureHeader(`${body} `, ['whsec_a'], now()), 'whsec_a')).toThrow(/signature/i);
    expect(() => verify(signatureHeader(body, ['whsec_a'], now() - 3600), 'whsec_a')).toThrow(/tolerance/i);
  });
});
