import type { Act } from '../sandboxes/act.js';

/**
 * What became of the money for a reference. `captured`: it came in time. `late`: it came after the request was closed; whoever asked
 * either takes it (answers true) or it goes back. `failed`: an attempt failed. `refunded`: `objectId`'s part went back.
 */
export interface PaymentNews {
  kind: 'captured' | 'late' | 'failed' | 'refunded';
  reference: string;
  amountSatang: number;
  objectId: string | null;
  failureCode: string | null;
}

export type PaymentListener = (act: Act, news: PaymentNews) => Promise<boolean>;

/** Payments know a reference, not an order: whoever asked for the money listens. Heard in the announcer's transaction. */
export class PaymentAnnouncements {
  private readonly listeners: PaymentListener[] = [];

  listen(listener: PaymentListener): void {
    this.listeners.push(listener);
  }

  /** Whether anybody took the news. */
  async announce(act: Act, news: PaymentNews): Promise<boolean> {
    let taken = false;
    for (const listener of this.listeners) taken = (await listener(act, news)) || taken;
    return taken;
  }
}
