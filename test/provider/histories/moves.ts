import { moveDispute } from '../../../src/provider/resources/dispute-moves.js';
import { theNamed } from '../../../src/provider/resources/find.js';
import { movePayout } from '../../../src/provider/resources/payout-moves.js';
import { receive } from '../../../src/provider/resources/promptpay-money.js';
import { moveRefund } from '../../../src/provider/resources/refund-moves.js';
import { sums } from '../../../src/provider/store/balance.js';
import type { SeededRandom } from '../../../src/shared/seeded-random.js';
import type { Books } from './books.js';

type Move = (books: Books, chance: SeededRandom) => Promise<string>;

const HOUR = 3600;
const DAY = 24 * HOUR;
const CARDS = [
  'visa',
  'visa',
  'jp',
  'bypassPending',
  'bypassPending',
  'pendingRefund',
  'refundFail',
  'chargeDeclined',
  'createDispute',
  'createDisputeProductNotReceived',
  'createDisputeInquiry',
];
const EVIDENCE = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence', 'so it was'];
const EMAILS = ['malee', 'malee+no_answer', 'malee+wrong_account'];

const some = async (books: Books, type: string, chance: SeededRandom): Promise<string> => {
  const all = await books.all(type);
  return all.length === 0 ? 'none' : chance.pick(all).body.id;
};
const yes = (answer: object | null): string => (answer ? 'done' : 'refused');

export const MOVES: Record<string, Move> = {
  async 'pays by card'(books, chance) {
    const card = chance.pick(CARDS);
    const amount = chance.whole(1000, 60_000);
    const capture_method = chance.pick(['automatic', 'automatic', 'manual']);
    const answer = await books.post('/v1/payment_intents', {
      amount: String(amount),
      currency: 'thb',
      payment_method: `pm_card_${card}`,
      capture_method,
      confirm: 'true',
    });
    return `${card} ${amount} ${capture_method}: ${yes(answer)}`;
  },
  async 'pays by QR'(books, chance) {
    const amount = chance.whole(1000, 60_000);
    const email = `${chance.pick(EMAILS)}@practice.test`;
    const intent = await books.post('/v1/payment_intents', {
      amount: String(amount),
      currency: 'thb',
      payment_method_data: { type: 'promptpay', billing_details: { email } },
      confirm: 'true',
    });
    const sent = chance.pick([amount, amount, amount + 500, amount - 500]);
    await books.attempt((acting) => receive(acting, intent?.id ?? '', sent));
    return `${sent} for ${amount}`;
  },
  async 'sends money to some intent'(books, chance) {
    const id = await some(books, 'payment_intent', chance);
    return yes(await books.attempt((acting) => receive(acting, id, chance.whole(100, 60_000))));
  },
  async captures(books, chance) {
    const id = await some(books, 'payment_intent', chance);
    const amount = chance.pick([{}, { amount_to_capture: String(chance.whole(1000, 60_000)) }]);
    return yes(await books.post('/v1/payment_intents/:id/capture', amount, id));
  },
  async 'cancels an intent'(books, chance) {
    return yes(await books.post('/v1/payment_intents/:id/cancel', {}, await some(books, 'payment_intent', chance)));
  },
  async refunds(books, chance) {
    const charge = await some(books, 'charge', chance);
    const amount = chance.pick([{}, { amount: String(chance.whole(1, 60_000)) }]);
    return yes(await books.post('/v1/refunds', { charge, ...amount }));
  },
  async 'cancels a refund'(books, chance) {
    return yes(await books.post('/v1/refunds/:id/cancel', {}, await some(books, 'refund', chance)));
  },
  async 'has a refund fail'(books, chance) {
    const id = await some(books, 'refund', chance);
    return yes(await books.attempt((acting) => moveRefund(acting, id, chance.pick(['fail', 'expire', 'succeed']))));
  },
  async 'answers a dispute'(books, chance) {
    const id = await some(books, 'dispute', chance);
    const evidence = { uncategorized_text: chance.pick(EVIDENCE) };
    return yes(await books.post('/v1/disputes/:id', { evidence }, id));
  },
  async 'gives in to a dispute'(books, chance) {
    return yes(await books.post('/v1/disputes/:id/close', {}, await some(books, 'dispute', chance)));
  },
  async 'has a dispute decided'(books, chance) {
    const id = await some(books, 'dispute', chance);
    const verdict = chance.pick(['win', 'lose', 'escalate', 'lapse'] as const);
    return yes(
      await books.attempt(async (acting) =>
        moveDispute(acting, (await theNamed(acting, 'dispute', id, 'dispute')).body, verdict),
      ),
    );
  },
  async 'pays out'(books, chance) {
    const [balance] = await sums(books.tx, books.account, books.now);
    const available = balance?.available ?? 0;
    const amount = chance.whole(1, Math.max(1, Math.floor(available * 1.3)));
    const answer = await books.post('/v1/payouts', { amount: String(amount), currency: 'thb' });
    if (answer !== null && amount > available) throw new Error(`paid out ${amount} of ${available}`);
    if (answer === null && amount <= available) throw new Error(`refused ${amount} of ${available}`);
    return `${amount} of ${available}: ${yes(answer)}`;
  },
  async 'cancels a payout'(books, chance) {
    return yes(await books.post('/v1/payouts/:id/cancel', {}, await some(books, 'payout', chance)));
  },
  async 'has a payout fail'(books, chance) {
    const id = await some(books, 'payout', chance);
    return yes(
      await books.attempt(async (acting) =>
        movePayout(acting, (await theNamed(acting, 'payout', id, 'payout')).body, 'fail'),
      ),
    );
  },
  async 'lets hours pass'(books, chance) {
    await books.pass(chance.whole(1, 48) * HOUR);
    return new Date(books.now * 1000).toISOString();
  },
  async 'lets weeks pass'(books, chance) {
    await books.pass(chance.whole(5, 70) * DAY);
    return new Date(books.now * 1000).toISOString();
  },
};
