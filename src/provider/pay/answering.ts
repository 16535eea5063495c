import { acting, type Provider } from '../provider.js';
import { type PersonOutcome, settleAction } from '../resources/authentication.js';
import { pageState } from '../resources/page-state.js';
import { receive } from '../resources/promptpay-money.js';
import { settleSetup } from '../resources/setup-attempt.js';
import type { Account } from '../store/accounts.js';
import type { PayPage } from '../store/pay-pages.js';
import { Problem } from '../wire/problem.js';
import type { Returning } from './return-url.js';

interface Opened {
  page: PayPage;
  account: Account;
}

/** The person presses a button: the page's question is answered once, and whoever presses again finds it answered. */
export function answerPage(provider: Provider, { page, account }: Opened, outcome: PersonOutcome): Promise<Returning> {
  return provider.store.write(async (tx) => {
    const call = acting(provider, tx, account);
    const { state, intent } = await pageState(call, page);
    if (state === 'closed' || state === 'succeeded') return intent;
    try {
      if (page.kind === 'setup') return await settleSetup(call, page.intent, outcome === 'succeed');
      return await settleAction(call, page.intent, state === 'expired' ? 'expire' : outcome);
    } catch (problem) {
      // Two taps at once: the second finds it done, which is what it wanted.
      const found = problem instanceof Problem && (problem.fields.payment_intent ?? problem.fields.setup_intent);
      if (found) return found;
      throw problem;
    }
  });
}

export type TransferEnd = 'paid' | 'over' | 'under' | 'again' | 'gone';

/** Money is sent to a QR, any sum (satang), also to one that is paid already. Answers what became of it. */
export function transfer(provider: Provider, { page, account }: Opened, amount: number): Promise<TransferEnd> {
  return provider.store.write(async (tx) => {
    const call = acting(provider, tx, account);
    const { state, intent } = await pageState(call, page);
    if (state === 'expired' || state === 'closed' || intent.object !== 'payment_intent') return 'gone';
    await receive(call, page.intent, amount);
    if (state === 'succeeded') return 'again';
    if (amount < intent.amount) return 'under';
    return amount > intent.amount ? 'over' : 'paid';
  });
}

/** What somebody typed as a sum of baht, in satang: "250", "1,250.50". Null when it is none. */
export function readBaht(text: unknown): number | null {
  const found = /^(\d{1,3}(?:,?\d{3})*|\d{1,7})(?:\.(\d{1,2}))?$/.exec(String(text ?? '').trim());
  if (!found) return null;
  const amount = Number(found[1]?.replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return amount > 0 && amount <= 99_999_999 ? amount : null;
}
