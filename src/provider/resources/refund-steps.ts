import { answersEmail, givesGoodAccount, type RefundFailure, type RefundMove } from '../rules/refund-status.js';
import { TERMS } from '../rules/terms.js';
import type { TestCard } from '../rules/test-cards.js';
import type { Stored } from '../wire/object-types.js';

type Refund = Stored<'refund'>;

/** How a refund begins once its money has left, and after how many seconds something happens to it. */
export function firstSteps(
  refund: Refund,
  card: TestCard | null,
  charge: Stored<'charge'>,
  now: number,
): { changes: Partial<Refund>; dueIn: number | null } {
  const type = charge.payment_method_details?.type;
  if (type === 'promptpay') return askForAccount(refund, now);
  if (card?.refund === 'pending' || type === 'sepa_debit') {
    return { changes: { status: 'pending', pending_reason: 'processing' }, dueIn: TERMS.refund };
  }
  return { changes: { status: 'succeeded' }, dueIn: card?.refund === 'fails' ? TERMS.refund : null };
}

/** PromptPay tells nobody the payer's account: the provider has to ask him by e-mail. */
function askForAccount(refund: Refund, now: number): ReturnType<typeof firstSteps> {
  const to = refund.instructions_email ?? '';
  return {
    changes: {
      status: 'requires_action',
      next_action: {
        type: 'display_details',
        display_details: {
          email_sent: { email_sent_at: now, email_sent_to: to },
          expires_at: now + TERMS.refundExpiry,
        },
      },
    },
    dueIn: answersEmail(to) ? TERMS.refundAnswer : TERMS.refundExpiry,
  };
}

/** What happens to a refund when its time has come, or null when nothing does. */
export function nextSteps(refund: Refund, card: TestCard | null): { move: RefundMove; failure?: RefundFailure } | null {
  const email = refund.instructions_email ?? '';
  switch (refund.status) {
    case 'requires_action':
      return answersEmail(email) ? { move: 'answer' } : { move: 'expire' };
    case 'pending':
      return givesGoodAccount(email) ? { move: 'succeed' } : { move: 'fail', failure: 'declined' };
    case 'succeeded':
      return card?.refund === 'fails' ? { move: 'fail', failure: 'expired_or_canceled_card' } : null;
    default:
      return null;
  }
}
