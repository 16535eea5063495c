import { z } from 'zod';
import { moment, satang, seq } from './facts-parts.js';

const matching = z.strictObject({
  /** The credits of the period's statement, with the order that the money was really for; null when it was for none. */
  credits: z.array(z.strictObject({ id: z.string(), at: moment, amount: satang, orderId: z.string().nullable() })),
  /** Her last submitted matching of the period. */
  submitted: z
    .strictObject({
      seq,
      pairs: z.array(z.strictObject({ creditId: z.string(), orderId: z.string() })),
      unmatched: z.array(z.string()),
    })
    .nullable(),
});

const payout = z.strictObject({
  /** The statement's lines; what the platform takes is negative. */
  lines: z.array(z.strictObject({ kind: z.enum(['gross', 'fee', 'refund', 'adjustment']), amount: satang })),
  computed: z.strictObject({ amount: satang, seq }).nullable(),
});

const cashToCome = z.strictObject({
  /** The day asked about, as its last moment. */
  on: moment,
  /** Days for which the carrier holds the money after it collected it. */
  holdDays: z.int().nonnegative(),
  /** What the carrier owes for each parcel that it collected money for. */
  parcels: z.array(z.strictObject({ number: z.string(), amount: satang, collectedAt: moment.nullable() })),
  computed: z.strictObject({ amount: satang, seq }).nullable(),
});

/** Something that happened to the money in the period, and the kind that it truly is. */
const moneyEvent = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['income', 'expense', 'drawing']),
  amount: satang,
  /** What of it is VAT of a registered shop; in snapshots of before there was any in a book it is absent. */
  vat: satang.optional(),
});

/** A line of her book. */
const bookLine = z.strictObject({
  id: z.string(),
  eventId: z.string().nullable(),
  kind: z.enum(['income', 'expense', 'drawing']),
  amount: satang,
  /** As she entered it. */
  vat: satang.optional(),
  documentId: z.string().nullable(),
  seq,
});

/** A receipt that left her hands: what was cancelled before it was sent is not here. */
const receipt = z.strictObject({
  id: z.string(),
  number: z.string(),
  orderId: z.string(),
  title: z.enum(['receipt', 'tax_invoice', 'short_invoice']),
  total: satang,
  /** What was paid for the order. */
  paid: satang,
  /** The VAT that it shows; null when it shows none. */
  vat: satang.nullable(),
  /** The part of the total whose goods the pinned table does not exempt. */
  taxable: satang,
  sentSeq: seq,
});

/** Money of the period that went back for a sale whose receipt its buyer has. */
const refund = z.strictObject({
  id: z.string(),
  orderNumber: z.string(),
  amount: satang,
  /** The part of it that had VAT in it. */
  taxable: satang,
});

/** A credit or refund note that was sent and stands. */
const note = z.strictObject({
  id: z.string(),
  number: z.string(),
  refundId: z.string(),
  title: z.enum(['credit_note', 'refund_note']),
  amount: satang,
  vat: satang.nullable(),
  sentSeq: seq,
});

const week = z.strictObject({ in: satang, out: satang });

/** The books of one period: unit ECU06, element 3. */
export const booksFacts = z.strictObject({
  period: z.strictObject({ from: moment, to: moment }),
  matching,
  payout,
  cashToCome,
  moneyEvents: z.array(moneyEvent),
  lines: z.array(bookLine),
  profit: z.strictObject({ amount: satang, seq }).nullable(),
  /** The pinned rate in force in the period, in hundredths of a percent. */
  vat: z.strictObject({ registered: z.boolean(), rateBasisPoints: z.int().nonnegative() }),
  receipts: z.array(receipt),
  /** Absent in snapshots of before there were notes. */
  refunds: z.array(refund).optional(),
  notes: z.array(note).optional(),
  forecast: z.strictObject({
    /** The next four weeks worked out from the open items. */
    engine: z.array(week).length(4),
    saved: z.strictObject({ seq, weeks: z.array(week).length(4) }).nullable(),
  }),
});

export type BooksFacts = z.infer<typeof booksFacts>;
export type ReceiptFact = z.infer<typeof receipt>;
export type NoteFact = z.infer<typeof note>;
