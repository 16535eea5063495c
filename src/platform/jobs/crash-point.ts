import type { Config } from '../config/config.js';

/** Where a kill test may end the process: the places at which a payment and its order could lose each other. */
export type CrashPoint =
  | 'checkout-before-commit'
  | 'checkout-after-commit'
  | 'payment-before-call'
  | 'payment-after-call'
  | 'webhook-before-act'
  | 'webhook-after-act';

/** Dies here, as by a power cut, when the setting CRASH_AT names this point. */
export function crashAt(config: Config, point: CrashPoint): void {
  if (config.env.CRASH_AT === point) process.kill(process.pid, 'SIGKILL');
}
