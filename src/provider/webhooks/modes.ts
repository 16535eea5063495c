export const WEBHOOK_MODES = [
  'normal',
  'drop',
  'duplicate',
  'delay',
  'reorder',
  'bad_signature',
  'stale',
  'other_secret',
] as const;
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

/** Seconds after which a failed delivery is tried again: 1 s, 5 s, 30 s, 5 min and 1 h. Then only a resend helps. */
export const RETRY_SECONDS: readonly number[] = [1, 5, 30, 300, 3600];

/** Seconds until the next try after `attempts` failed ones, or null when it is given up. */
export const retryDelay = (attempts: number, schedule: readonly number[]): number | null =>
  schedule[attempts - 1] ?? null;

/** A schedule as a setting says it, '1,5,30'. Throws an Error that says what it should look like. */
export function readRetries(setting: string): readonly number[] {
  if (setting === 'none') return [];
  const seconds = setting.split(',').map(Number);
  if (seconds.length <= 20 && seconds.every((wait) => Number.isInteger(wait) && wait >= 0)) return seconds;
  throw new Error(`PROVIDER_RETRY_SECONDS must be whole seconds with commas between, or none, and is: ${setting}`);
}
