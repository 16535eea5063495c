import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DISPUTE_STATUSES } from '../../src/provider/rules/dispute-status.js';
import { PAYOUT_STATUSES } from '../../src/provider/rules/payout-status.js';
import { REFUND_STATUSES } from '../../src/provider/rules/refund-status.js';
import type { Store, Tx } from '../../src/provider/store/store.js';
import { type SeededRandom, seededRandom } from '../../src/shared/seeded-random.js';
import { Books, openBooks } from './histories/books.js';
import { MOVES } from './histories/moves.js';
import { whatIsWrong } from './histories/what-holds.js';

let store: Store;
beforeAll(async () => {
  store = await openBooks();
});
afterAll(() => store.close());

/** A seed that went wrong, for running it alone: HISTORY=17. */
const ONLY = process.env.HISTORY;
// The rules are the same on PostgreSQL, where each question takes a way there and back: a tenth shows that the SQL is.
const COUNT = process.env.TEST_DATABASE === 'postgres' ? 50 : 500;
const seeds = ONLY ? [Number(ONLY)] : Array.from({ length: COUNT }, (_, i) => i);
const STEPS = 30;

// What makes money comes up more often than what needs it.
const NAMES = Object.keys(MOVES);
const OFTEN = ['pays by card', 'pays by card', 'pays by card', 'pays by QR', 'refunds', 'pays out', 'lets hours pass'];

/** Every status that something stood at in the end, as "refund failed": without it a history could pass by doing nothing. */
const reached = new Set<string>();

async function note(books: Books): Promise<void> {
  for (const type of ['payment_intent', 'refund', 'dispute', 'payout']) {
    for (const { body } of await books.all(type)) reached.add(`${type} ${body.status}`);
  }
}

/** Plays one history and answers what went wrong with the steps that led there, or null. It is undone afterwards. */
async function play(tx: Tx, seed: number): Promise<string | null> {
  const chance: SeededRandom = seededRandom(`history ${seed}`);
  const books = new Books(tx);
  await books.open();
  const told: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const name = chance.pick([...NAMES, ...OFTEN]);
    try {
      told.push(`${name}: ${await MOVES[name]?.(books, chance)}`);
    } catch (problem) {
      return [...told, `${name}: ${problem instanceof Error ? problem.stack : problem}`].join('\n');
    }
    const wrong = await whatIsWrong(books);
    if (wrong.length > 0) return [...told, ...wrong].join('\n');
  }
  await note(books);
  return null;
}

describe('the books of the provider', () => {
  it('close after every step of hundreds of random histories of payments, refunds, disputes, payouts and time', async () => {
    for (const seed of seeds) {
      const problem = await store.write((tx) => play(tx, seed));
      if (problem) throw new Error(`HISTORY=${seed}\n${problem}`);
    }
    if (seeds.length < 500) return;
    for (const [type, statuses] of [
      ['refund', REFUND_STATUSES],
      ['dispute', DISPUTE_STATUSES],
      ['payout', PAYOUT_STATUSES],
    ] as const) {
      expect(statuses.filter((status) => !reached.has(`${type} ${status}`))).toEqual([]);
    }
  }, 120_000);
});
