import { z } from 'zod';
import { moment, satang, seq } from './facts-parts.js';

/** An account of the practice bank that she linked to receive money. One taken off again before anybody paid into it is not here. */
const receivingAccount = z.strictObject({
  id: z.string(),
  holder: z.string(),
  linkedSeq: seq,
  /** When the test credit was matched to this account; null until then. */
  testedSeq: seq.nullable(),
});

/** A request to pay that she sent: an order taken by chat, live or at the stall, or what was short of one. */
const paymentRequest = z.strictObject({
  id: z.string(),
  orderId: z.string(),
  orderNumber: z.string(),
  sentSeq: seq,
  /** What is to be asked: the order's total with delivery less discount, or the part that was short. */
  due: satang,
  asked: satang,
  /** Who receives by what the QR holds; null when it cannot be read. */
  receiver: z.string().nullable(),
  /** What the QR holds, field by field as it stands in it. */
  code: z.strictObject({
    readable: z.boolean(),
    checksum: z.boolean(),
    currency: z.string().nullable(),
    country: z.string().nullable(),
    amount: satang.nullable(),
    /** Carries the application id of the real PromptPay, so that a banking app could pay it. */
    live: z.boolean(),
  }),
  practiceMark: z.boolean(),
});

/** An order paid straight into her account. */
const directTransfer = z.strictObject({
  orderId: z.string(),
  number: z.string(),
  total: satang,
  /** The buyer showed a slip that is none. */
  forged: z.boolean(),
  /** The credits of the bank that she matched to the order; `viewedSeq` is her last look at the statement before the match. */
  matches: z.array(z.strictObject({ creditId: z.string(), amount: satang, seq, viewedSeq: seq.nullable() })),
  handedOverSeq: seq.nullable(),
});

export const SLIP_KINDS = ['genuine', 'forged', 'reused', 'wrong_amount', 'other'] as const;

const slip = z.strictObject({
  id: z.string(),
  orderId: z.string(),
  number: z.string(),
  kind: z.enum(SLIP_KINDS),
  shownAt: moment,
  /** Reason codes that are right for this slip; empty for a genuine one. */
  reasons: z.array(z.string()),
  /** Her last decision, null while there is none. */
  decision: z
    .strictObject({
      result: z.enum(['accepted', 'rejected', 'waiting']),
      reason: z.string().nullable(),
      at: moment,
      seq,
    })
    .nullable(),
  /** Her first message to the buyer after the slip was rejected. */
  told: z.strictObject({ at: moment, seq, rude: z.boolean() }).nullable(),
  handedOverSeq: seq.nullable(),
});

/** Money that came otherwise than asked, set off by the scenario. */
const difference = z.strictObject({
  id: z.string(),
  orderId: z.string(),
  number: z.string(),
  kind: z.enum(['over', 'short', 'double']),
  /** How much, always positive. */
  amount: satang,
  at: moment,
  /** What she sent back or asked for on top. */
  answers: z.array(z.strictObject({ way: z.enum(['refund', 'top_up']), amount: satang, at: moment, seq })),
});

/** Cash on delivery as the shop's own conditions and the pinned rules have it. */
const cashOnDelivery = z.strictObject({
  /** What a confirmation must tell: each item with phrases of which one must stand in the text. */
  notices: z.array(
    z.strictObject({ item: z.enum(['open_before_paying', 'claim_days']), phrases: z.array(z.string()).min(1) }),
  ),
  /** The orders that she took on. */
  orders: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      /** Which of her own conditions the order breaks. */
      outside: z.array(z.enum(['amount', 'area', 'history'])),
      overrideReason: z.string().nullable(),
      confirmation: z.strictObject({ text: z.string(), seq }).nullable(),
      takenSeq: seq,
    }),
  ),
  /** Orders to be paid at the door that wait for her yes or no. */
  waiting: z.array(z.strictObject({ id: z.string(), number: z.string() })).optional(),
});

/** The money of a shop up to the moment at which it is in the account: unit ECU06, elements 1 and 2. */
export const moneyFacts = z.strictObject({
  /** The persona's name and, where the shop is a group's, the group's registered one. */
  ownNames: z.array(z.string()).min(1),
  /** How a request of this shop names its receiver. */
  ownReceiver: z.string(),
  accounts: z.array(receivingAccount),
  /** How many buyers wanted to be asked for money outside the market's checkout. */
  buyersToAsk: z.int(),
  requests: z.array(paymentRequest),
  transfers: z.array(directTransfer),
  slips: z.array(slip),
  differences: z.array(difference),
  cod: cashOnDelivery,
});

export type MoneyFacts = z.infer<typeof moneyFacts>;
export type SlipFact = z.infer<typeof slip>;
export type RequestFact = z.infer<typeof paymentRequest>;

/** Of an exercise without money of her own to look after. */
export const NO_MONEY: MoneyFacts = {
  ownNames: ['-'],
  ownReceiver: '',
  accounts: [],
  buyersToAsk: 0,
  requests: [],
  transfers: [],
  slips: [],
  differences: [],
  cod: { notices: [], orders: [] },
};
