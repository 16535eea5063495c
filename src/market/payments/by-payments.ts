import type { Doer } from '../sandboxes/acts.service.js';

/** As whom the market writes down what the provider told. */
export const byPayments = (sandboxId: string): Doer => ({ sandboxId, party: 'payments' });
