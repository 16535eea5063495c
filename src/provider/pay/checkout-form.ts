import { z } from 'zod';
import type { METHOD_FIELDS } from '../resources/method-making.js';
import type { Told } from '../resources/session-paying.js';
import { TEST_CARDS } from '../rules/test-cards.js';
import { TEST_DEBITS } from '../rules/test-debits.js';
import { type Account, accountSeconds } from '../store/accounts.js';
import type { Stored } from '../wire/object-types.js';
import type { Values } from '../wire/params.js';

/** Without control letters, which no keyboard types and PostgreSQL does not hold. */
const words = (max: number) =>
  z
    .string()
    .transform((typed) => typed.replaceAll(/\p{Cc}/gu, ' ').trim())
    .pipe(z.string().max(max))
    .optional()
    .catch(undefined);
const Form = z.object({
  pay: z.string().max(60),
  email: words(200),
  name: words(120),
  phone: words(20),
  line1: words(200),
  city: words(100),
  state: words(100),
  postal_code: words(10),
});

export interface CheckoutForm {
  type: string;
  /** The test card, or the test account. */
  which: string;
  told: Told;
}

/** What was tapped, and what was told with it; null when it is none of the session's ways to pay. */
export function readForm(body: unknown, session: Stored<'checkout.session'>): CheckoutForm | null {
  const read = Form.safeParse(body);
  if (!read.success) return null;
  const { pay, line1, city, state, postal_code: postalCode, ...plain } = read.data;
  const [type = '', which = ''] = pay.split(':');
  if (!session.payment_method_types.includes(type)) return null;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value)) as Told;
  const none = (value: string | undefined) => value || null;
  const address = line1 && {
    address: {
      city: none(city),
      country: 'TH',
      line1,
      line2: null,
      postal_code: none(postalCode),
      state: none(state),
    },
  };
  return { type, which, told: { ...given, ...address } };
}

const PRACTICE_EMAIL = 'buyer@practice.test';

/** The method that was tapped: only published test cards and accounts can be. */
export function methodFields({ type, which, told }: CheckoutForm, account: Account): Values<typeof METHOD_FIELDS> {
  const billing = {
    billing_details: { email: told.email ?? PRACTICE_EMAIL, ...(told.name && { name: told.name }) },
  };
  if (type === 'promptpay' || type === 'grabpay') return { type, ...billing };
  if (type === 'sepa_debit') {
    const debit = TEST_DEBITS.find(({ iban }) => iban === which) ?? TEST_DEBITS[0];
    return { type, ...billing, sepa_debit: { iban: debit?.iban ?? '' } };
  }
  const card = TEST_CARDS.find(({ name }) => name === which) ?? TEST_CARDS[0];
  const year = new Date(accountSeconds(account) * 1000).getUTCFullYear() + 2;
  return { type: 'card', ...billing, card: { number: card?.number ?? '', exp_month: 12, exp_year: year, cvc: '123' } };
}
