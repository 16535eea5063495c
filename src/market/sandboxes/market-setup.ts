import type { DeliveryZone } from '../addresses/delivery-zone.js';
import type { BooksSetup } from '../bookkeeping/books-setup.js';
import type { PictureRole } from '../media/draw/draw-goods.js';
import type { PictureFlaw } from '../media/draw/flaws.js';
import type { ContactInput, DeliveryInput, PaymentsInput, ReturnsInput } from '../shops/shop-input.js';

/** What a new shop has from the start where a market's makers say so: the settings that its learner need not make. */
export interface StarterShop {
  contact: ContactInput;
  delivery: DeliveryInput;
  payments: PaymentsInput;
  returns: ReturnsInput;
}

/** A picture that lies ready, of whatever goods it is used for: two of one role and seed are the same picture. */
export interface TrayPicture {
  role: PictureRole;
  seed: string;
  flaw?: PictureFlaw;
  /** Pixels. */
  longEdge: number;
}

/** What carriers ask for a parcel in satang, by carrier and zone. */
export type CarrierPrices = Record<string, Record<DeliveryZone, number>>;

/**
 * What a market was told when it was opened and keeps for all its generations. Plain JSON, never changed: a replay reads the same.
 */
export interface MarketSetup {
  starterShop?: StarterShop;
  /** The same for a market of many sellers: each begins with the next one, and around again when there are more sellers. */
  starterShops?: StarterShop[];
  /** Keys of the goods that sellers may list; all of them when absent. */
  goods?: string[];
  /** Names that a shop must not look like. */
  trademarks?: string[];
  /** For the seller's heaviest parcel, so that she can set fees that cover it. */
  carrierPrices?: CarrierPrices;
  /** Pictures that lie ready for the sellers' listings, good ones and bad. Pages name them by their place here, from 1. */
  tray?: TrayPicture[];
  /** Code of the money rules that the market keeps; the first ones when absent. */
  moneyRules?: string;
  /** What the shops' books begin with. */
  books?: BooksSetup;
}
