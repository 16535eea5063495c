import type { Act } from '../sandboxes/act.js';
import type { Payout } from './payout.js';

/** Takes a payout that arrives, or answers why not: a code of a sentence in `money.payout_failed_…`. */
export type ArrivalListener = (act: Act, payout: Payout) => Promise<string | null>;

/** Asks whoever keeps the shops' bank accounts to take what arrives. Heard in the transaction of the arrival. */
export class PayoutAnnouncements {
  private readonly listeners: ArrivalListener[] = [];

  whenArriving(listener: ArrivalListener): void {
    this.listeners.push(listener);
  }

  /** Why it was not taken, or null. */
  async arriving(act: Act, payout: Payout): Promise<string | null> {
    for (const listener of this.listeners) {
      const failure = await listener(act, payout);
      if (failure) return failure;
    }
    return null;
  }
}
