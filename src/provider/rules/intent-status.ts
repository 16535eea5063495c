export const INTENT_STATUSES = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
] as const;
export type IntentStatus = (typeof INTENT_STATUSES)[number];
export type IntentMove = 'confirm' | 'capture' | 'cancel' | 'update' | 'authenticate' | 'process';

/** From which statuses each move is allowed, in the order in which Stripe's sentence names them. */
const ALLOWED: Record<IntentMove, readonly IntentStatus[]> = {
  confirm: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  capture: ['requires_capture'],
  cancel: ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'],
  update: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  authenticate: ['requires_action'],
  process: ['processing'],
};
const DONE: Record<IntentMove, string> = {
  confirm: 'confirmed',
  capture: 'captured',
  cancel: 'canceled',
  update: 'updated',
  authenticate: 'authenticated',
  process: 'processed',
};

/** Stripe's sentence why a PaymentIntent in `status` cannot make the move, or null when it can. */
export function whyNotMove(status: string, move: IntentMove): string | null {
  if (ALLOWED[move].some((allowed) => allowed === status)) return null;
  if (move === 'confirm' && status === 'succeeded') {
    return 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.';
  }
  const only = ALLOWED[move].join(', ');
  return `This PaymentIntent could not be ${DONE[move]} because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be ${DONE[move]}: ${only}.`;
}
