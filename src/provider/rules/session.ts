const HALF_HOUR = 1_800;
const DAY = 86_400;

/** When (seconds) a Checkout Session made at `now` ends, or Stripe's sentence why it cannot end at `wanted`. */
export function whenExpires(now: number, wanted: number | undefined): { at: number; why: string | null } {
  const at = wanted ?? now + DAY;
  if (at < now + HALF_HOUR) {
    return { at, why: 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.' };
  }
  if (at > now + DAY) {
    return { at, why: 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.' };
  }
  return { at, why: null };
}

/** Stripe's sentence why a session of this status cannot be ended, or null. */
export function whyNotExpire(status: string | null): string | null {
  if (status === 'open') return null;
  return `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${status}\`.`;
}

interface Paying {
  /** Of the session. */
  status: string | null;
  paymentStatus: string;
}
type Followed = 'completed' | 'paid' | 'failed' | 'taken' | null;

/**
 * What becomes of a session when its payment comes to `intentStatus`: it is completed, or, if it already was, the money came
 * (`taken`: it had only been held) or did not come.
 */
export function follows({ status, paymentStatus }: Paying, intentStatus: string, held: boolean): Followed {
  if (status === 'open')
    return ['succeeded', 'processing', 'requires_capture'].includes(intentStatus) ? 'completed' : null;
  if (status !== 'complete' || paymentStatus !== 'unpaid') return null;
  if (intentStatus === 'succeeded') return held ? 'taken' : 'paid';
  return intentStatus === 'requires_payment_method' ? 'failed' : null;
}
