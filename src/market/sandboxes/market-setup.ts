import type { ContactInput, DeliveryInput, PaymentsInput, ReturnsInput } from '../shops/shop-input.js';

/** What a new shop has from the start where a market's makers say so: the settings that its learner need not make. */
export interface StarterShop {
  contact: ContactInput;
  delivery: DeliveryInput;
  payments: PaymentsInput;
  returns: ReturnsInput;
}

/**
 * What a market was told when it was opened and keeps for all its generations. Plain JSON, never changed: a replay reads the same.
 */
export interface MarketSetup {
  starterShop?: StarterShop;
  /** Keys of the goods that sellers may list; all of them when absent. */
  goods?: string[];
  /** Names that a shop must not look like. */
  trademarks?: string[];
}
