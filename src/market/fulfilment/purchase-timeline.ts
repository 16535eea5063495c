import type { Order } from '../orders/order.js';

type Moments = Pick<
  Order,
  | 'placedAt'
  | 'paidAt'
  | 'acceptedAt'
  | 'packedAt'
  | 'handedOverAt'
  | 'deliveredAt'
  | 'completedAt'
  | 'cancelledAt'
  | 'orderStatus'
  | 'paymentStatus'
>;

export interface TimelineStep {
  step: string;
  /** When it happened, or null for what is still to come. */
  at: string | null;
  /** What the buyer waits for now. */
  isNext: boolean;
}

const WAY = [
  ['placed', 'placedAt'],
  ['paid', 'paidAt'],
  ['accepted', 'acceptedAt'],
  ['packed', 'packedAt'],
  ['handed_over', 'handedOverAt'],
  ['delivered', 'deliveredAt'],
  ['completed', 'completedAt'],
] as const;

/** Money at the door comes with the delivery. */
const WAY_PAID_AT_DOOR = [
  ...WAY.filter(([step]) => step !== 'paid' && step !== 'completed'),
  ...WAY.filter(([step]) => step === 'paid' || step === 'completed'),
];

/** An order's way from the buyer's side. One that was cancelled ends there: what it will never reach is not shown. */
export function purchaseTimeline(order: Moments): TimelineStep[] {
  const isPaidAtDoor =
    order.paymentStatus === 'on_delivery' || (order.paidAt !== null && order.paidAt === order.deliveredAt);
  const steps = (isPaidAtDoor ? WAY_PAID_AT_DOOR : WAY).map(([step, moment]) => ({
    step,
    at: order[moment],
    isNext: false,
  }));
  if (order.orderStatus === 'cancelled') {
    const happened = steps.filter(({ at }) => at !== null);
    return [...happened, { step: 'cancelled', at: order.cancelledAt, isNext: false }];
  }
  const next = steps.find(({ at }) => at === null);
  return steps.map((step) => ({ ...step, isNext: step === next }));
}
