import type { AccountHolder } from '../../market/bank/transfer.js';
import type { Order } from '../../market/orders/order.js';
import type { BuyerPersona } from '../../market/personas/personas.js';
import type { Doer } from '../../market/sandboxes/acts.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';

/** A shop in whose past something happens. */
export interface PastShop {
  seller: Doer;
  sandbox: Sandbox;
  market: string;
  shopId: string;
  account: AccountHolder;
  /** Who bought there, each once: none lives on an island, so that a week of travel is known. */
  buyers: BuyerPersona[];
  /** What was sold and paid for, by its place in the past. */
  sold: Map<number, Order>;
}
