import { describe, expect, it } from '@jest/globals';
import { moneyText, whyNotCharge, whyNotRefund } from './money.js';

describe('an amount in baht', () => {
  it('is charged from ฿10 to ฿999,999.99', () => {
    expect(whyNotCharge(999, 'thb')).toEqual({
      code: 'amount_too_small',
      message: 'Amount must be at least ฿10.00 thb',
    });
    expect(whyNotCharge(1000, 'thb')).toBeNull();
    expect(whyNotCharge(99_999_999, 'thb')).toBeNull();
    expect(whyNotCharge(100_000_000, 'thb')?.code).toBe('amount_too_large');
  });

  it('is written with separators and two decimals', () => {
    expect(moneyText(123_456_705, 'thb')).toBe('฿1,234,567.05');
    expect(moneyText(5, 'usd')).toBe('$0.05');
  });

  it('is refunded up to what is left, and Stripe’s sentence names both sums', () => {
    expect(whyNotRefund(500, 500, 'thb')).toBeNull();
    expect(whyNotRefund(501, 500, 'thb')).toBe(
      'Refund amount (฿5.01) is greater than unrefunded amount on charge (฿5.00)',
    );
  });
});
