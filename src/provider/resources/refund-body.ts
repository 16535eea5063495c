import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { mergedMetadata } from '../wire/params.js';

type Charge = Stored<'charge'>;
type Refund = Stored<'refund'>;

interface Wanted {
  amount: number;
  instructions_email?: string;
  metadata?: Record<string, string> | null;
  reason?: NonNullable<Refund['reason']>;
}

/** A refund as it begins, before it is known whether its money can leave. */
export function blankRefund(acting: Acting, charge: Charge, wanted: Wanted): Refund {
  const type = charge.payment_method_details?.type ?? 'card';
  const email = wanted.instructions_email ?? charge.billing_details.email;
  return {
    id: newId(type === 'card' ? 're' : 'pyr'),
    object: 'refund',
    amount: wanted.amount,
    balance_transaction: null,
    charge: charge.id,
    created: acting.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: destination(type),
    ...(type === 'promptpay' && email && { instructions_email: email }),
    metadata: mergedMetadata({}, wanted.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: wanted.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
  };
}

function destination(type: string): NonNullable<Refund['destination_details']> {
  if (type === 'card') {
    return {
      type,
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    };
  }
  if (type === 'promptpay')
    return { type: 'th_bank_transfer', th_bank_transfer: { reference: null, reference_status: null } };
  return type === 'grabpay' ? { type, grabpay: {} } : { type };
}
