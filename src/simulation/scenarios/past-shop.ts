import type { AccountHolder } from '../../market/bank/transfer.js';
import type { BuyerPersona } from '../../market/personas/personas.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';

/** A shop in whose past something happens. */
export interface PastShop {
  seller: Doer;
  market: string;
  shopId: string;
  account: AccountHolder;
  /** Who bought there, each once: none lives on an island, so that a week of travel is known. */
  buyers: BuyerPersona[];
}
