import type { OrderStatus } from '../orders/order-status.js';
import type { SellerLabel } from '../orders/seller-label.js';
import type { Shipment } from './shipment.js';

export type NextStep =
  | 'wait'
  | 'accept'
  | 'document'
  | 'label'
  | 'pack'
  | 'hand_over'
  | 'tracking'
  | 'message'
  | 'nothing';

/** What the seller does next with an order, so that its page can show that first. */
export function nextStep(
  order: { orderStatus: OrderStatus; label: SellerLabel },
  shipment: Pick<Shipment, 'label' | 'document' | 'enteredTracking'> | null,
  hasWritten: boolean,
): NextStep {
  if (order.label === 'to_pay') return 'wait';
  if (order.label === 'cancelled' || order.label === 'refunded' || order.label === 'completed') return 'nothing';
  if (order.orderStatus === 'placed') return 'accept';
  if (order.orderStatus === 'handed_over') {
    if (!shipment?.enteredTracking) return 'tracking';
    return hasWritten ? 'nothing' : 'message';
  }
  if (!shipment?.document) return 'document';
  if (!shipment.label) return 'label';
  return order.orderStatus === 'packed' ? 'hand_over' : 'pack';
}

/** The way of an order through the seller's hands. */
const WAY: readonly NextStep[] = ['accept', 'document', 'label', 'pack', 'hand_over', 'tracking', 'message'];

/** Which step of how many comes next, or null where there is none to take. */
export function stepNumber(step: NextStep): { at: number; of: number; done: number } | null {
  const done = WAY.indexOf(step);
  return done < 0 ? null : { at: done + 1, of: WAY.length, done };
}
