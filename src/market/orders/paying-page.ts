import { declineWords } from '../payments/decline-words.js';
import { hostedAddress } from '../payments/hosted-address.js';
import { FAILING_CARDS, isAtProvider, type Payment, type PaymentRequest, WORKING_CARDS } from '../payments/payment.js';

/** In one word, how far it is with paying: another word is another page. */
export const payingStands = (request: PaymentRequest | null, last: Payment | undefined): string =>
  [request?.status, last?.attempt ?? 0, last?.status, last?.receivedSatang ?? 0].join('-');

/**
 * What the page of a purchase shows while it is being paid: how things stand, and what can be done. `hasConfirmed`: she comes back from
 * the provider's page, where she said yes; that is no payment yet, but nothing is left to open there.
 */
export function payingPage(request: PaymentRequest | null, last: Payment | undefined, hasConfirmed: boolean) {
  const isDue = request?.status === 'due';
  const open = isDue && last?.status === 'pending' ? last : null;
  const hostedUrl = open?.hostedUrl && !hasConfirmed ? hostedAddress(open.hostedUrl) : null;
  const isChecking = open !== null && isAtProvider(open.method) && !hostedUrl;
  const offered = isDue && !isChecking ? request.methods : [];
  const ways = offered
    .filter((method) => method !== open?.method)
    .map((method, at) => ({ method, isCard: method === 'card', isFirst: at === 0 && !open }));
  return {
    isPaid: request?.status === 'captured',
    isPromised: request?.status === 'promised',
    isClosed: request?.status === 'closed',
    ways,
    isChecking,
    stands: open ? payingStands(request, last) : null,
    hostedUrl,
    openMethod: open?.method,
    isTransferring: open?.method === 'bank_transfer',
    part: open && open.receivedSatang > 0 ? partOf(open) : null,
    declined: isDue && last?.status === 'failed' ? declineWords(last) : null,
    cards: WORKING_CARDS,
    failingCards: FAILING_CARDS,
  };
}

const partOf = ({ amountSatang, receivedSatang }: Payment) => ({
  came: receivedSatang,
  missing: amountSatang - receivedSatang,
});
