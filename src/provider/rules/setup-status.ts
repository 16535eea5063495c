export const SETUP_STATUSES = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'succeeded',
  'canceled',
] as const;
export type SetupMove = 'confirm' | 'cancel' | 'update' | 'authenticate';

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
const ALLOWED: Record<SetupMove, readonly string[]> = {
  confirm: OPEN,
  cancel: OPEN,
  update: OPEN,
  authenticate: ['requires_action'],
};
const DONE: Record<SetupMove, string> = {
  confirm: 'confirmed',
  cancel: 'canceled',
  update: 'updated',
  authenticate: 'authenticated',
};

/** Stripe's sentence why a SetupIntent in `status` cannot make the move, or null when it can. */
export function whyNotSetUp(status: string, move: SetupMove): string | null {
  if (ALLOWED[move].includes(status)) return null;
  if (move === 'confirm' && status === 'succeeded') {
    return 'You cannot confirm this SetupIntent because it has already succeeded.';
  }
  return `This SetupIntent could not be ${DONE[move]} because it has a status of ${status}. Only a SetupIntent with one of the following statuses may be ${DONE[move]}: ${ALLOWED[move].join(', ')}.`;
}
