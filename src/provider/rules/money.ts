const SIGNS: Record<string, string> = { thb: '฿', usd: '$', eur: '€' };
/** The least that can be charged, in the smallest unit. THB is the account's own; the others are what Stripe's own tools try. */
const LEAST: Record<string, number> = { thb: 1000, usd: 50, eur: 50 };
export const MOST = 99_999_999;

export const CURRENCIES = Object.keys(LEAST);

/** 123450, 'thb' -> "฿1,234.50". */
export function moneyText(amount: number, currency: string): string {
  const whole = Math.floor(amount / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${SIGNS[currency] ?? ''}${whole}.${(amount % 100).toString().padStart(2, '0')}`;
}

export interface AmountRefusal {
  code: 'amount_too_small' | 'amount_too_large';
  message: string;
}

/** Why Stripe would not take this amount (smallest unit, satang), or null. */
export function whyNotCharge(amount: number, currency: string): AmountRefusal | null {
  const least = LEAST[currency] ?? 1;
  if (amount < least) {
    return { code: 'amount_too_small', message: `Amount must be at least ${moneyText(least, currency)} ${currency}` };
  }
  if (amount > MOST) {
    return {
      code: 'amount_too_large',
      message: `Amount must be no more than ${moneyText(MOST, currency)} ${currency}`,
    };
  }
  return null;
}

/** Stripe's sentence why `amount` cannot be refunded of what is left, or null. */
export function whyNotRefund(amount: number, left: number, currency: string): string | null {
  if (amount <= left) return null;
  return `Refund amount (${moneyText(amount, currency)}) is greater than unrefunded amount on charge (${moneyText(left, currency)})`;
}
