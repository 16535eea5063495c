import { z } from 'zod';
import { ruleValues } from '../../market/rule-sets/rule-set.js';
import { booksFacts } from './facts-books.js';
import { moneyFacts } from './facts-money.js';
import { orderFacts } from './facts-orders.js';
import { address, moment, seq } from './facts-parts.js';
import { productFacts } from './facts-products.js';
import { scenarioFacts } from './facts-scenario.js';
import { shopFacts } from './facts-shop.js';

/**
 * The contract between the market and the checks: what is frozen when a learner hands in (or asks "ตรวจดู").
 *
 * Plain JSON only: moments are ISO strings in UTC, money is whole satang, sizes are whole grams and millimetres. A check sees
 * nothing else: whatever it needs from the address table, the carrier or the word segmenter stands here as a finished fact.
 * `null` means "not filled in"; an empty list means "filled in as none".
 *
 * Unknown keys are refused: a gatherer that renames a field is found out at once. A landed schema is never changed in a way that
 * stops old snapshots from being read: new fields are optional, anything else is `facts@2`.
 */
export const factsSchema = z.strictObject({
  schema: z.literal('facts@1'),
  exercise: z.strictObject({ code: z.string(), version: z.int().positive() }),
  sandbox: z.strictObject({
    id: z.string(),
    generation: z.int(),
    seed: z.string(),
    /** Codes of the pinned rule set and scenario edition. */
    ruleSet: z.string(),
    edition: z.string(),
    /** The market clock when the facts were frozen. */
    marketAt: moment,
  }),
  /** Whom the learner plays, from the persona's card. */
  persona: z.strictObject({
    name: z.string(),
    phone: z.string(),
    address,
    /** Other places where this seller can be reached (a group's office): as good on the shop page as the home address. */
    contactPlaces: z.array(address),
    /** Number of the practice registration certificate, null when none was issued. */
    registrationNumber: z.string().nullable(),
  }),
  scenario: scenarioFacts,
  /** The pinned values, copied, so that a replay needs no rule file. */
  rules: ruleValues,
  /** Null until the learner has created a shop. */
  shop: shopFacts.nullable(),
  /** The learner's own listings, drafts too, in order of creation. */
  products: z.array(productFacts),
  /** Orders at the learner's shop, in order of placing. */
  orders: z.array(orderFacts),
  /** What the learner's cost sheet says, null when the exercise has none. */
  costSheet: z.strictObject({ shippingPerOrder: z.int() }).nullable(),
  /** Of exercises whose learner looks after the shop's money, and of those who keep its books. */
  money: moneyFacts.optional(),
  books: booksFacts.optional(),
  /** The sandbox's log as far as these facts need it, ascending by seq; see `EVENT_TYPES`. */
  events: z.array(
    z.strictObject({
      seq,
      type: z.string(),
      at: moment,
      /** `seller:<person>`, `shopper:<n>`, `carrier`, `payments`, `clock`. */
      party: z.string(),
      objectId: z.string().nullable(),
      payload: z.record(z.string(), z.json()),
    }),
  ),
});

export type Facts = z.infer<typeof factsSchema>;
export type EventFact = Facts['events'][number];

/**
 * The events that checks point at as evidence, with the object that `objectId` names. A gatherer may freeze more; where the market's
 * own log has another name for one of these, the gatherer translates it. No verdict rests on an event alone: what is judged
 * stands in the facts with its `…Seq`, and a missing event only makes the evidence a state.
 */
export const EVENT_TYPES = {
  'shop.created': 'shop',
  'shop.updated': 'shop',
  'shop.name_warned': 'shop',
  'shop.opened': 'shop',
  'shipping_profile.saved': 'shop',
  'payment_method.enabled': 'shop',
  'payment_method.disabled': 'shop',
  'policy.published': 'shop',
  'listing.saved': 'product',
  'listing.published': 'product',
  'listing.claim_shown': 'product',
  'photo.added': 'product',
  'stock.opening_saved': 'product',
  'order.placed': 'order',
  'order.paid': 'order',
  'label.created': 'order',
  'packing_document.created': 'order',
  'shipment.handed_over': 'order',
  'shipment.tracking_entered': 'order',
  'buyer.notified': 'order',
  'payment_account.linked': 'account',
  'payment_account.verified': 'account',
  'payment.requested': 'request',
  'bank_ledger.viewed': 'account',
  'bank_ledger.matched': 'credit',
  'slip.checked': 'slip',
  'refund.issued': 'order',
  'top_up.requested': 'order',
  'cod.confirmed': 'order',
  'reconciliation.submitted': 'period',
  'payout.computed': 'payout',
  'cod_receivable.computed': 'period',
  'book_line.saved': 'line',
  'profit.submitted': 'period',
  'receipt.issued': 'receipt',
  'receipt.sent': 'receipt',
  'credit_note.sent': 'note',
  'forecast.saved': 'period',
} as const;

export type EventType = keyof typeof EVENT_TYPES;

/** Reads an exported snapshot. Throws an Error that names the first fields that are not as the contract says. */
export function parseFacts(value: unknown, name: string): Facts {
  const read = factsSchema.safeParse(value);
  if (read.success) return read.data;
  const faults = read.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(whole file)'}: ${issue.message}`);
  throw new Error(`${name} is not a facts@1 snapshot\n${faults.join('\n')}`);
}
