import { z } from 'zod';
import { address, satang, seq, writtenText, ZONES, zoneFees } from './facts-parts.js';

/** What a buyer is told about delivering to a zone by a method: on the shop page, and at checkout. */
const shippingQuote = z.strictObject({
  method: z.string(),
  zone: z.enum(ZONES),
  fee: satang,
  preparationDays: z.int(),
});

/** The shop page as a buyer who is not signed in gets it: only what is really rendered. */
const publicPage = z.strictObject({
  sellerName: z.string().nullable(),
  address: address.nullable(),
  phone: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  quotes: z.array(shippingQuote),
});

const returnsPolicy = z.strictObject({
  days: z.int().nullable(),
  /** Who pays the return when the goods are wrong or faulty, and when the buyer changes her mind. */
  payerFault: z.enum(['seller', 'buyer']).nullable(),
  payerNoFault: z.enum(['seller', 'buyer']).nullable(),
  /** How to ask: a phone number, the shop's chat. */
  contact: z.string().nullable(),
  /** Her own words beside the fields, may be empty. */
  wording: writtenText,
  /** The event that published the policy now in force; null while it is a draft. */
  publishedSeq: seq.nullable(),
});

/** Where a text of the shop stands. Listings carry their own texts. */
export const SHOP_TEXT_PLACES = [
  'shop_description',
  'shipping_policy',
  'payment_policy',
  'cod_policy',
  'returns_policy',
  'quick_reply',
  'post',
] as const;

export const shopFacts = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  /** Names that the shop had before: a document made under one of them was right. */
  formerNames: z.array(z.string()).optional(),
  description: z.string().nullable(),
  categoryId: z.string().nullable(),
  image: z
    .strictObject({
      licence: z.enum(['own', 'licensed', 'unknown', 'others']),
      /** What is in the picture, so that an assessor sees the very one. Snapshots of before have none. */
      sha: z.string().optional(),
    })
    .nullable(),
  /** Warnings that a name is too near to another's mark, with the name as it was then. */
  nameWarnings: z.array(z.strictObject({ name: z.string(), seq })),
  createdSeq: seq,
  /** The event that opened the shop to buyers for the present opening; null while it is closed. */
  openedSeq: seq.nullable(),
  /** Null while the shop is closed. */
  publicPage: publicPage.nullable(),
  shippingMethods: z.array(
    z.strictObject({ code: z.string(), name: z.string(), tracked: z.boolean(), fees: zoneFees }),
  ),
  /** Days to prepare a parcel, and whether the goods are made to order. */
  preparationDays: z.int().nullable(),
  madeToOrder: z.boolean(),
  /** What checkout really quotes for the three probe addresses; empty while nothing can be bought. */
  checkoutQuotes: z.array(shippingQuote),
  /** Methods are `promptpay`, `bank_transfer`, `card`, `wallet`, `cod`. */
  paymentMethods: z.array(z.strictObject({ method: z.string(), enabled: z.boolean() })),
  /** Conditions of cash on delivery, null when never written. */
  codPolicy: z
    .strictObject({ limit: satang.nullable(), area: z.string().nullable(), inspection: z.string().nullable() })
    .nullable(),
  returnsPolicy: returnsPolicy.nullable(),
  /** Every free text of the shop, the wording of the returns policy left out. */
  texts: z.array(z.strictObject({ place: z.enum(SHOP_TEXT_PLACES), ...writtenText.shape })),
});

export type ShopFact = z.infer<typeof shopFacts>;
export type ShippingQuote = z.infer<typeof shippingQuote>;
