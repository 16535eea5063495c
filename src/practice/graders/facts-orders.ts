import { z } from 'zod';
import { address, moment, satang, seq } from './facts-parts.js';

/** Who the parcel goes to: name, phone, address. */
const recipient = z.strictObject({ name: z.string(), phone: z.string(), address });

/** The sales document as she made it, field by field; null fields were left empty. */
const saleDocument = z.strictObject({
  language: z.enum(['th', 'en']),
  seller: z.string().nullable(),
  buyer: z.string().nullable(),
  /** As written: `23/11/2569`, `๒๓ พ.ย. ๖๙`, an ISO day. */
  date: z.string().nullable(),
  items: z.array(z.strictObject({ sku: z.string().nullable(), title: z.string(), quantity: z.int() })),
  total: satang.nullable(),
  placement: z.enum(['inside', 'outside']).nullable(),
  createdSeq: seq,
});

const shipmentFacts = z.strictObject({
  id: z.string(),
  /** The label on the parcel now (or when it was handed over), null when none was made. */
  label: recipient.extend({ createdSeq: seq }).nullable(),
  document: saleDocument.nullable(),
  handedOverAt: moment.nullable(),
  handedOverSeq: seq.nullable(),
  carrier: z.string().nullable(),
  /** As she entered it. */
  trackingNo: z.string().nullable(),
  /** What the carrier gave this very parcel, null until handed over. */
  issuedTrackingNo: z.string().nullable(),
  /** What she (or a notification she set off) told the buyer about this order: chat messages and notifications, with the text. */
  notices: z.array(z.strictObject({ at: moment, seq, text: z.string() })),
});

export const orderFacts = z.strictObject({
  id: z.string(),
  number: z.string(),
  /** `to_pay` unpaid · `to_ship` paid, still with the seller · `shipped` · `delivered` · `completed` · `cancelled`. */
  status: z.enum(['to_pay', 'to_ship', 'shipped', 'delivered', 'completed', 'cancelled']),
  lines: z.array(
    z.strictObject({ productId: z.string(), sku: z.string(), title: z.string(), quantity: z.int(), unitPrice: satang }),
  ),
  /** What the pages showed the buyer would cost in all, and what was charged. */
  displayedTotal: satang,
  chargedTotal: satang,
  placedAt: moment,
  placedSeq: seq,
  /** As corrected, when the buyer or the shop put the address right. */
  buyer: recipient,
  /** Null until she starts to pack. */
  shipment: shipmentFacts.nullable(),
});

export type OrderFact = z.infer<typeof orderFacts>;
export type ShipmentFact = z.infer<typeof shipmentFacts>;
export type RecipientFact = z.infer<typeof recipient>;
