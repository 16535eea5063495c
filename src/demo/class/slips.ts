import type { ListingInput } from '../../market/catalogue/listing-input.js';
import type { Label, PackingDocument } from '../../market/fulfilment/shipment.js';
import type { ReturnsInput } from '../../market/shops/shop-input.js';

/** One thing that a demo learner does otherwise than right. */
export interface Slip {
  listing?: (listing: ListingInput) => ListingInput;
  returns?: (returns: ReturnsInput) => ReturnsInput;
  document?: (document: PackingDocument) => PackingDocument;
  label?: (label: Label) => Label;
}

export type SlipName = 'inbox_price' | 'short_return' | 'document_outside' | 'wrong_postcode';

/** The postcode of the parcel before: what a label gets that was copied. */
export const otherPostcode = (postcode: string): string => (postcode === '10200' ? '10300' : '10200');

export const SLIPS: Record<SlipName, Slip> = {
  inbox_price: {
    listing: (listing) => ({ ...listing, description: `${listing.description} ราคาส่งทักแชทถามราคา` }),
  },
  short_return: { returns: (returns) => ({ ...returns, days: 1 }) },
  document_outside: { document: (document) => ({ ...document, placement: 'outside' }) },
  wrong_postcode: { label: (label) => ({ ...label, postcode: otherPostcode(label.postcode) }) },
};
