import type { ConnectModel } from './rules/connect.js';
import type { FeeTable } from './rules/fees.js';
import { type Account, accountSeconds } from './store/accounts.js';
import type { Store, Tx } from './store/store.js';
import type { Deliverer } from './webhooks/deliverer.js';
import type { Acting } from './wire/endpoint.js';

/** What happens by itself. `time/timekeeper.ts` does it. */
export interface Timekeeping {
  expect(account: Account, at: number): void;
  /** Null sets it back to the wall's. Answers how many things of each kind fell due on the way. */
  moveClock(account: Account, clock: number | null): Promise<Record<string, number>>;
  settle(account: Account): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/** What the parts of the provider share. */
export interface Provider {
  store: Store;
  deliverer: Deliverer;
  timekeeper: Timekeeping;
  fees: FeeTable;
  /** For accounts that have no model of their own. */
  connectModel: ConnectModel;
  appUrl: () => string;
  report: (problem: unknown) => void;
}

/** An account at work in a transaction; `request` is null when no API request is behind it. */
export const acting = (provider: Provider, tx: Tx, account: Account, request: Acting['request'] = null): Acting => ({
  db: tx,
  tx,
  account,
  now: accountSeconds(account),
  request,
  fees: provider.fees,
  connectModel: account.connectModel ?? provider.connectModel,
  appUrl: provider.appUrl(),
  wake: provider.deliverer.wake,
  expect: (at) => provider.timekeeper.expect(account, at),
});
