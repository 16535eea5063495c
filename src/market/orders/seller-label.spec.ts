import { describe, expect, it } from '@jest/globals';
import { ORDER_STATUSES } from './order-status.js';
import { type OrderPayment, type SellerLabel, sellerLabel } from './seller-label.js';

const PAYMENTS: OrderPayment[] = [
  'pending',
  'failed',
  'expired',
  'captured',
  'partially_refunded',
  'refunded',
  'on_delivery',
];
const LABELS: Record<(typeof ORDER_STATUSES)[number], SellerLabel[]> = {
  placed: ['to_pay', 'to_pay', 'to_pay', 'to_ship', 'to_ship', 'refunded', 'to_ship'],
  confirmed: ['to_pay', 'to_pay', 'to_pay', 'to_ship', 'to_ship', 'refunded', 'to_ship'],
  packed: ['to_pay', 'to_pay', 'to_pay', 'to_ship', 'to_ship', 'refunded', 'to_ship'],
  handed_over: ['shipping', 'shipping', 'shipping', 'shipping', 'shipping', 'refunded', 'shipping'],
  completed: ['completed', 'completed', 'completed', 'completed', 'completed', 'refunded', 'completed'],
  cancelled: ['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', 'refunded', 'cancelled'],
};

describe("the seller's label", () => {
  for (const orderStatus of ORDER_STATUSES) {
    PAYMENTS.forEach((paymentStatus, at) => {
      it(`of an order ${orderStatus} and payment ${paymentStatus} is ${LABELS[orderStatus][at]}`, () =>
        expect(sellerLabel({ orderStatus, paymentStatus })).toBe(LABELS[orderStatus][at]));
    });
  }
});
