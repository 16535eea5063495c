import { hostedAddress } from '../payments/hosted-address.js';
import { isAtProvider, type Payment, type PaymentRequest, TEST_CARDS } from '../payments/payment.js';

/** What the page of a purchase shows while it is being paid: how things stand, and what can be done. */
export function payingPage(request: PaymentRequest | null, last: Payment | undefined) {
  const isDue = request?.status === 'due';
  const open = isDue && last?.status === 'pending' ? last : null;
  const hostedUrl = open?.hostedUrl ? hostedAddress(open.hostedUrl) : null;
  const isChecking = open !== null && isAtProvider(open.method) && !hostedUrl;
  const offered = isDue && !isChecking ? request.methods : [];
  const ways = offered
    .filter((method) => method === 'card' || method !== open?.method)
    .map((method, at) => ({ method, isCard: method === 'card', isFirst: at === 0 && !open }));
  return {
    isPaid: request?.status === 'captured',
    isPromised: request?.status === 'promised',
    isClosed: request?.status === 'closed',
    ways,
    isChecking,
    hostedUrl,
    openMethod: open?.method,
    isTransferring: open?.method === 'bank_transfer',
    part: open && open.receivedSatang > 0 ? partOf(open) : null,
    isDeclined: isDue && last?.status === 'failed',
    cards: TEST_CARDS,
  };
}

const partOf = ({ amountSatang, receivedSatang }: Payment) => ({
  came: receivedSatang,
  missing: amountSatang - receivedSatang,
});
