import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { deliveryRow, entryRow, paymentRow } from './provider-rows.js';

const intent = (more: object) =>
  ({
    id: 'pi_1',
    amount: 25_000,
    created: 1_764_000_000,
    metadata: {},
    latest_charge: null,
    last_payment_error: null,
    ...more,
  }) as unknown as Stripe.PaymentIntent;

describe('what the provider has in its books', () => {
  it('tells of a payment its state, its way and what went back', () => {
    const charge = { amount_refunded: 5000, payment_method_details: { type: 'promptpay' } };
    const row = paymentRow(intent({ status: 'succeeded', latest_charge: charge, metadata: { reference: 'grp_1' } }));
    expect(row).toMatchObject({ tone: 'success', method: 'promptpay', refundedSatang: 5000, reference: 'grp_1' });
    expect(row.at.toISOString()).toBe('2025-11-24T16:00:00.000Z');
  });

  it('tells why a payment failed by the bank’s own word, where there is one', () => {
    const failed = (last_payment_error: object) =>
      paymentRow(intent({ status: 'requires_payment_method', last_payment_error })).problem;
    expect(failed({ code: 'card_declined', decline_code: 'insufficient_funds' })).toBe('insufficient_funds');
    expect(failed({ code: 'payment_intent_payment_attempt_expired' })).toBe('payment_intent_payment_attempt_expired');
  });

  it('tells of each try what was answered, or that nothing was', () => {
    const row = deliveryRow({
      id: 'whd_1',
      event: 'evt_1',
      event_type: 'charge.failed',
      url: 'http://127.0.0.1/',
      state: 'pending',
      due: 1_764_000_000_000,
      attempts: [
        { number: 1, at: 0, took: 9, status: 500, problem: 'http_500' },
        { number: 2, at: 0, took: 9, status: null, problem: 'fetch failed' },
        { number: 3, at: 0, took: 9, status: 204, problem: null },
      ],
    });
    expect(row.attempts.map(({ answer, isFine }) => [answer, isFine])).toEqual([
      [500, false],
      ['fetch failed', false],
      [204, true],
    ]);
    expect(row.due).toEqual(new Date(1_764_000_000_000));
  });

  it('tells from when money can be paid out', () => {
    const entry = {
      id: 'txn_1',
      type: 'charge',
      amount: 25_000,
      fee: 2047,
      net: 22_953,
      created: 0,
      status: 'pending',
      available_on: 604_800,
    };
    expect(entryRow(entry as unknown as Stripe.BalanceTransaction)).toMatchObject({
      feeSatang: 2047,
      netSatang: 22_953,
      isAvailable: false,
      availableOn: new Date('1970-01-08T00:00:00Z'),
    });
  });
});
