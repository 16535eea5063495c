import type { Doer } from './acts.service.js';

/** The same person when she buys: `seller:per_1` shops as `buyer:per_1`, so that a log tells which of the two she was. */
export const asBuyer = (by: Doer): Doer => ({ ...by, party: by.party.replace(/^seller:/, 'buyer:') });

/** A person as the seller and as the buyer that she may be in one market. */
export const bothParties = (by: Doer): string[] => [by.party, asBuyer(by).party];
