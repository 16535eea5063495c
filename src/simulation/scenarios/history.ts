import { z } from 'zod';

const moment = { day: z.int().positive(), hour: z.int().min(0).max(23) };

/** Somebody bought something, paid for it, and the shop sent it at once. */
const sale = z.strictObject({
  ...moment,
  pays: z.enum(['cod', 'bank_transfer']),
  pieces: z.int().min(1).max(20).default(1),
});

/** Money from somebody whom the shop does not know, for nothing that was ordered. */
const stray = z.strictObject({ ...moment, pays: z.literal('stray'), amountSatang: z.int().positive() });

/** What has happened at a shop before its learner comes, in the order of its moments, and when she comes. */
export const historySchema = z.strictObject({
  past: z.array(z.discriminatedUnion('pays', [sale, stray])).min(1),
  begins: z.strictObject(moment),
});

export type History = z.infer<typeof historySchema>;
export type PastSale = z.infer<typeof sale>;
export type PastStray = z.infer<typeof stray>;
