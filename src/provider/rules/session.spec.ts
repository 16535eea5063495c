import { describe, expect, it } from '@jest/globals';
import { INTENT_STATUSES } from './intent-status.js';
import { follows, whenExpires, whyNotExpire } from './session.js';

describe('the end of a Checkout Session', () => {
  it('comes after a day, or when it was wanted, between half an hour and a day', () => {
    expect(whenExpires(1000, undefined)).toEqual({ at: 87_400, why: null });
    expect(whenExpires(1000, 1000 + 1800)).toEqual({ at: 2800, why: null });
    expect(whenExpires(1000, 1000 + 1799).why).toMatch(/at least 30 minutes/);
    expect(whenExpires(1000, 1000 + 86_401).why).toMatch(/less than 24 hours/);
  });

  it('can be brought about only while it is open', () => {
    expect(whyNotExpire('open')).toBeNull();
    for (const status of ['complete', 'expired', null]) expect(whyNotExpire(status)).toContain(`\`${status}\``);
  });
});

describe('a session', () => {
  const all = (session: { status: string; paymentStatus: string }, held = false) =>
    Object.fromEntries(INTENT_STATUSES.map((status) => [status, follows(session, status, held)]));

  it('that is open is completed by a payment that was made, is under way or is held', () => {
    expect(all({ status: 'open', paymentStatus: 'unpaid' })).toEqual({
      requires_payment_method: null,
      requires_confirmation: null,
      requires_action: null,
      processing: 'completed',
      requires_capture: 'completed',
      succeeded: 'completed',
      canceled: null,
    });
  });

  it('that is complete and unpaid waits for its money', () => {
    const waiting = { status: 'complete', paymentStatus: 'unpaid' };
    expect(all(waiting)).toMatchObject({ succeeded: 'paid', requires_payment_method: 'failed', processing: null });
    expect(all(waiting, true).succeeded).toBe('taken');
  });

  it('that is paid, free or over is left alone', () => {
    for (const session of [
      { status: 'complete', paymentStatus: 'paid' },
      { status: 'complete', paymentStatus: 'no_payment_required' },
      { status: 'expired', paymentStatus: 'unpaid' },
    ]) {
      expect(Object.values(all(session)).every((end) => end === null)).toBe(true);
    }
  });
});
