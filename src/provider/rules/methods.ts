export const METHOD_TYPES = ['card', 'promptpay', 'grabpay', 'sepa_debit'] as const;
export type MethodType = (typeof METHOD_TYPES)[number];

interface MethodRules {
  /** Null takes every currency of the account. */
  currencies: readonly string[] | null;
  /** Whether money can be held first and taken later. */
  manualCapture: boolean;
  /** Whether it can be kept and charged again without the buyer. */
  reusable: boolean;
  /** Whether the buyer always leaves the shop's page for it. */
  redirects: boolean;
  /** Whether it is offered where nobody chose the methods. */
  automatic: boolean;
}

/** What each way to pay allows, as Stripe documents it. */
export const METHODS: Record<MethodType, MethodRules> = {
  card: { currencies: null, manualCapture: true, reusable: true, redirects: false, automatic: true },
  promptpay: { currencies: ['thb'], manualCapture: false, reusable: false, redirects: false, automatic: true },
  grabpay: { currencies: ['thb'], manualCapture: false, reusable: false, redirects: true, automatic: true },
  sepa_debit: { currencies: ['eur'], manualCapture: false, reusable: true, redirects: false, automatic: false },
};

export const isMethodType = (type: string): type is MethodType => Object.hasOwn(METHODS, type);

interface Offer {
  currency: string;
  /** Whether those are wanted that send the buyer away. */
  redirects: boolean;
  /** Only these are wanted, whether they would be offered by themselves or not; null takes what is switched on. */
  allowed?: readonly string[] | null;
  excluded?: readonly string[] | null;
}

/** The methods that are offered: of those that are switched on or allowed, the ones that can pay this. Perhaps none. */
export const offeredTypes = ({ currency, redirects, allowed, excluded }: Offer): MethodType[] =>
  METHOD_TYPES.filter((type) => {
    const rules = METHODS[type];
    const wanted = (allowed?.includes(type) ?? rules.automatic) && !excluded?.includes(type);
    return wanted && (redirects || !rules.redirects) && (rules.currencies?.includes(currency) ?? true);
  });

export const redirectsAway = (types: readonly string[]): boolean =>
  types.some((type) => isMethodType(type) && METHODS[type].redirects);

interface Wanted {
  currency: string;
  captureMethod: string;
  futureUsage: string | null;
}

/** Stripe's sentence why the method cannot pay like this, with the parameter to blame, or null. */
export function whyNotUse(type: MethodType, wanted: Wanted): { param: string; message: string } | null {
  const rules = METHODS[type];
  const refusal = (param: string, what: string) => ({ param, message: `The payment method type ${type} ${what}.` });
  if (rules.currencies && !rules.currencies.includes(wanted.currency)) {
    return refusal('currency', `only supports the currency ${rules.currencies.join(', ')}`);
  }
  if (wanted.captureMethod === 'manual' && !rules.manualCapture) {
    return refusal('capture_method', 'does not support manual capture');
  }
  if (wanted.futureUsage && !rules.reusable) {
    return refusal('setup_future_usage', 'cannot be set up for future usage');
  }
  return null;
}
