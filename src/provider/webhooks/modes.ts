export const WEBHOOK_MODES = ['normal', 'drop', 'duplicate', 'delay', 'reorder', 'bad_signature', 'stale'] as const;
export type WebhookMode = (typeof WEBHOOK_MODES)[number];

export interface Plan {
  state: 'pending' | 'dropped';
  /** Milliseconds from now. */
  delay: number;
  /** How the first attempt is spoilt; the retries are sound. */
  mode: WebhookMode;
}

/**
 * How one delivery goes out. `left` counts down the deliveries that the mode still spoils (this one included): reordered ones
 * wait the longer the more are still to come, so that the last overtakes the first.
 */
export function plan(mode: WebhookMode, left: number, delayMs: number): Plan[] {
  const usual: Plan = { state: 'pending', delay: 0, mode };
  switch (mode) {
    case 'drop':
      return [{ ...usual, state: 'dropped' }];
    case 'duplicate':
      return [usual, usual];
    case 'delay':
      return [{ ...usual, delay: delayMs }];
    case 'reorder':
      return [{ ...usual, delay: left * delayMs }];
    default:
      return [usual];
  }
}

/** Retries after 1 s, 5 s, 30 s, 5 min and 1 h; then the delivery has failed and only a resend helps. */
const RETRY_MS = [1_000, 5_000, 30_000, 300_000, 3_600_000];

/** Milliseconds until the next try after `attempts` failed ones, or null when it is given up. */
export const retryDelay = (attempts: number): number | null => RETRY_MS[attempts - 1] ?? null;
