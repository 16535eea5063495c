import type { MarketSetup } from './market-setup.js';

/**
 * Who does something in a market: `seller:<personId>`, `shopper:<n>`, `carrier`, `payments`, `clock`. The market hash keeps the
 * part before the colon for sellers, so that two learners who do the same leave the same log.
 */
export type Party = string;

/** One thing done in a sandbox, from its first read to its commit. */
export interface Act {
  sandboxId: string;
  /** The sandbox's generation, `k3x9.1`: what every commercial row carries in its column "market". A reset begins a new one. */
  market: string;
  /** This generation and the edition beneath it: what a reader of this market sees. */
  scope: readonly string[];
  generation: number;
  seq: number;
  party: Party;
  personId: string | null;
  /** Market time. */
  now: Date;
  seed: string;
  /** Code of the rule set that the market keeps. */
  ruleSet: string;
  /** What the market was told when it was opened. */
  setup: MarketSetup;
  /** The next id of this act: the same in a replay, whatever the wall clock and the database. */
  nextId(kind: string): string;
  /** Tells the log of a state change, in this act's transaction. */
  record(type: string, objectId: string | null, payload: Record<string, unknown>): void;
  /** Asks for `verb` to be done when the market clock reaches `at`. */
  later(at: Date, verb: string, payload: Record<string, unknown>): Promise<void>;
}
