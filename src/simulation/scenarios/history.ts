import { z } from 'zod';

const moment = { day: z.int().positive(), hour: z.int().min(0).max(23) };

/** Both ends included; what lies between is drawn by the market's seed. */
const range = z
  .tuple([z.int().positive(), z.int().positive()])
  .refine(([low, high]) => low <= high, 'the lower number comes first');

const PROVIDER_WAYS = ['card', 'promptpay'] as const;

/** Somebody bought something, paid for it, and the shop sent it at once; where it says so, it gave a receipt too. */
const sale = z.strictObject({
  ...moment,
  pays: z.enum(['cod', 'bank_transfer', ...PROVIDER_WAYS]),
  pieces: z.int().min(1).max(20).default(1),
  receipt: z.boolean().optional(),
});

/** Money from somebody whom the shop does not know, for nothing that was ordered. */
const stray = z.strictObject({
  ...moment,
  pays: z.literal('stray'),
  amountSatang: z.union([z.int().positive(), range]),
});

/** A part of an earlier sale by card goes back, by the way that it came. `of`: the sale's place in the past, from 1. */
const refund = z.strictObject({ ...moment, pays: z.literal('back'), of: z.int().positive(), percent: range });

/** What has happened at a shop before its learner comes, in the order of its moments, and when she comes. */
export const historySchema = z.strictObject({
  past: z.array(z.discriminatedUnion('pays', [sale, stray, refund])).min(1),
  begins: z.strictObject(moment),
});

/** What of a past does not hold together, as "entry: what is wrong": a refund has a sale by card before it. */
export function historyFaults({ past }: History): string[] {
  return past.flatMap((event, at) => {
    if (event.pays !== 'back') return [];
    const sold = past[event.of - 1];
    const isBefore = event.of - 1 < at && sold?.pays === 'card';
    return isBefore ? [] : [`history.past.${at}.of: entry ${event.of} is no earlier sale by card`];
  });
}

export type History = z.infer<typeof historySchema>;
export type PastSale = z.infer<typeof sale>;
export type PastStray = z.infer<typeof stray>;
export type PastRefund = z.infer<typeof refund>;
export type ProviderWay = (typeof PROVIDER_WAYS)[number];

export const isAtProvider = (pays: PastSale['pays']): pays is ProviderWay => PROVIDER_WAYS.some((way) => way === pays);
