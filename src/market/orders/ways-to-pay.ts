import { METHODS, type Method } from '../payments/payment.js';

export type NoWayToPay = 'cart.no_payment' | 'cart.no_common_payment';

/** How a purchase can be paid: once for all its shops, so only in a way that each of them accepts. Or why it cannot. */
export function waysToPay(accepted: ReadonlyArray<readonly string[]>): Method[] | NoWayToPay {
  const ofEach = accepted.map((ways) => METHODS.filter((method) => ways.includes(method)));
  if (ofEach.some((ways) => ways.length === 0)) return 'cart.no_payment';
  const common = METHODS.filter((method) => ofEach.every((ways) => ways.includes(method)));
  return common.length > 0 ? common : 'cart.no_common_payment';
}
