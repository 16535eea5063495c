import type { Act } from '../sandboxes/act.js';
import type { Method, Payment } from './payment.js';

/** Satang that the provider kept of a payment or a refund, and the VAT on it; null where it did not say. */
export interface ProviderFee {
  feeSatang: number;
  vatSatang: number;
}

/**
 * What became of the money for a reference. `promised`: the courier will bring it. `received`: so much came, and `isTaken` says whether
 * what was asked for is paid by it; what is not taken goes back. `captured`: it came in time. `late`: it came after the request was
 * closed; whoever asked either takes it (answers true) or it goes back. `failed`: an attempt failed. `refunded`: so much went back of
 * `objectId`'s part, `backSatang` in all. `refund_failed`:
 * it came to nothing; `isTaken` says that it had been counted as back. `handed_back`: the shop itself gave so much back,
 * `backSatang` in all. `disputed`: the buyer's bank took so much away, and the provider a fee; `objectId` is the dispute. `dispute_won`:
 * both came back. `dispute_lost`: they stay away. `uncounted`: so much had been counted by mistake. `unpaid`: and what was asked for is
 * waited for again.
 */
export interface PaymentNews {
  kind:
    | 'promised'
    | 'received'
    | 'captured'
    | 'late'
    | 'failed'
    | 'refunded'
    | 'refund_failed'
    | 'handed_back'
    | 'disputed'
    | 'dispute_won'
    | 'dispute_lost'
    | 'uncounted'
    | 'unpaid';
  reference: string;
  paymentId: string;
  method: Method;
  amountSatang: number;
  objectId: string | null;
  /** Which refund it is, of `refunded` and `refund_failed`. */
  refundId: string | null;
  failureCode: string | null;
  fee: ProviderFee | null;
  isTaken: boolean;
  backSatang: number;
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

/** News of a payment: of its own amount unless told otherwise. */
export function newsOf(payment: Payment, kind: PaymentNews['kind'], more: Partial<PaymentNews> = {}): PaymentNews {
  const { reference, amountSatang, id: paymentId, method } = payment;
  const nothing = { objectId: null, refundId: null, failureCode: null, fee: null, isTaken: false, backSatang: 0 };
  return { kind, reference, paymentId, method, amountSatang, ...nothing, ...more };
}
