import { METHODS, type Method } from '../payments/payment.js';
import type { MoneyRules } from '../rule-sets/money-rules.js';

export type NoWayToPay = 'cart.no_payment' | 'cart.no_common_payment' | 'cart.no_payment_for_sum';

/** What one shop of a purchase takes. Satang; a `codLimit` of null is none. */
export interface Accepting {
  methods: readonly string[];
  codLimit: number | null;
}

/** Money that goes straight to one shop, past the market: a purchase at two shops cannot be paid so. */
const TO_ONE_SHOP: readonly Method[] = ['bank_transfer', 'cod'];

/**
 * How a purchase can be paid: once for all its shops, so only in a way that each of them accepts, and within the limits of the rule set
 * and of the shop. Or why it cannot.
 */
export function waysToPay(
  shops: readonly Accepting[],
  totalSatang: number,
  { methods }: Pick<MoneyRules, 'methods'>,
): Method[] | NoWayToPay {
  const ofEach = shops.map((shop) => METHODS.filter((method) => shop.methods.includes(method)));
  if (ofEach.some((ways) => ways.length === 0)) return 'cart.no_payment';
  const common = METHODS.filter((method) => ofEach.every((ways) => ways.includes(method)));
  const forAll = common.filter((method) => shops.length === 1 || !TO_ONE_SHOP.includes(method));
  if (forAll.length === 0) return 'cart.no_common_payment';
  const fits = (method: Method) => {
    const { minSatang, maxSatang } = methods[method];
    const most = method === 'cod' ? Math.min(maxSatang.value, ...limitsOf(shops)) : maxSatang.value;
    return totalSatang >= minSatang.value && totalSatang <= most;
  };
  const fitting = forAll.filter(fits);
  return fitting.length > 0 ? fitting : 'cart.no_payment_for_sum';
}

const limitsOf = (shops: readonly Accepting[]): number[] => shops.flatMap(({ codLimit }) => codLimit ?? []);
