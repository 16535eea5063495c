import type { BuyerDetails } from '../orders/checkout.service.js';

export const CHANNELS = ['chat', 'live', 'stall'] as const;
/** Where somebody who wants to order came from. */
export type Channel = (typeof CHANNELS)[number];

export const PAYS = ['exact', 'short', 'over', 'double', 'late', 'never'] as const;
/** How she answers a request to pay. Nothing that the seller sees tells her. */
export type Pays = (typeof PAYS)[number];

/** Somebody who wants to order without the market's cart. */
export interface Inquiry {
  id: string;
  market: string;
  shopId: string;
  sellerParty: string;
  buyerParty: string;
  buyer: BuyerDetails;
  channel: Channel;
  /** What she wants, as the seller should understand it from her words. */
  wants: Array<{ variantId: string; quantity: number }>;
  pays: Pays;
  openedAt: string;
  orderId: string | null;
}

export type InquiryRow = Omit<Inquiry, 'buyer' | 'wants'> & { buyer: string; wants: string };

export const tidyInquiry = (row: InquiryRow): Inquiry => ({
  ...row,
  buyer: JSON.parse(row.buyer) as BuyerDetails,
  wants: JSON.parse(row.wants) as Inquiry['wants'],
});
