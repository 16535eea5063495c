import { isInquiry, isRefundable } from '../rules/dispute-status.js';
import { feeOf } from '../rules/fees.js';
import { TERMS } from '../rules/terms.js';
import type { TestCard } from '../rules/test-cards.js';
import { schedule } from '../store/dues.js';
import { insertObject, replaceObject } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { bangkokDay, book } from './booking.js';

type Dispute = Stored<'dispute'>;
type Charge = Stored<'charge'>;

/** The buyer complains to his bank: an inquiry asks, a dispute takes the money and the fee away at once. */
export async function openDispute(
  acting: Acting,
  charge: Charge,
  kind: NonNullable<TestCard['dispute']>,
): Promise<Dispute> {
  const dispute = blank(acting, charge, kind);
  const inquiry = isInquiry(dispute.status);
  if (!inquiry) dispute.balance_transactions = [await withdraw(acting, dispute)];
  await insertObject(acting.tx, acting.account.id, 'dispute', dispute, {
    parent: charge.id,
    customer: idOf(charge.customer),
    status: dispute.status,
  });
  const disputed: Charge = { ...charge, disputed: true };
  await replaceObject(acting.tx, acting.account.id, disputed);
  await schedule(acting, 'dispute', dispute.id, inquiry ? acting.now + TERMS.inquiry : evidenceDue(dispute));
  await emit(acting, 'charge.dispute.created', dispute);
  if (!inquiry) await emit(acting, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

const evidenceDue = ({ evidence_details: { due_by }, created }: Dispute): number => due_by ?? created + TERMS.evidence;

export const withdraw = (acting: Acting, dispute: Dispute) => move(acting, dispute, -1);
export const reinstate = (acting: Acting, dispute: Dispute) => move(acting, dispute, 1);

/** The sum and the fee leave together; who wins gets both back. */
function move(acting: Acting, { id, amount, currency, charge, created }: Dispute, sign: 1 | -1) {
  const { fee, tax } = feeOf(acting.fees, 'dispute', amount, bangkokDay(created), currency);
  return book(acting, {
    type: 'adjustment',
    amount: sign * amount,
    currency,
    source: id,
    fee: { fee: -sign * fee, tax: -sign * tax },
    availableOn: acting.now,
    description: `Chargeback ${sign < 0 ? 'withdrawal' : 'reversal'} for ${idOf(charge)}`,
    category: sign < 0 ? 'dispute' : 'dispute_reversal',
  });
}

function blank(acting: Acting, charge: Charge, kind: NonNullable<TestCard['dispute']>): Dispute {
  const status = kind === 'inquiry' ? 'warning_needs_response' : 'needs_response';
  const brand = charge.payment_method_details?.card?.brand ?? 'visa';
  return {
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount_captured - charge.amount_refunded,
    balance_transactions: [],
    charge: charge.id,
    created: acting.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: freshDetails(acting.now),
    intended_submission_method: null,
    is_charge_refundable: isRefundable(status),
    livemode: false,
    metadata: {},
    network_reason_code: kind === 'product_not_received' ? '13.1' : '10.4',
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: {
      card: {
        brand,
        case_type: kind === 'inquiry' ? 'inquiry' : 'chargeback',
        network: brand,
        network_reason_code: kind === 'product_not_received' ? '13.1' : '10.4',
      },
      type: 'card',
    },
    reason: kind === 'inquiry' ? 'fraudulent' : kind,
    status,
  };
}

/** How it stands with evidence at the beginning, and again when an inquiry becomes a dispute. */
export const freshDetails = (now: number): Dispute['evidence_details'] => ({
  due_by: now + TERMS.evidence,
  enhanced_eligibility: {},
  has_evidence: false,
  past_due: false,
  submission_count: 0,
  submission_method: 'not_submitted',
});

export const EVIDENCE_FIELDS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const;

export const NO_EVIDENCE: Dispute['evidence'] = {
  ...(Object.fromEntries(EVIDENCE_FIELDS.map((name) => [name, null])) as Record<
    (typeof EVIDENCE_FIELDS)[number],
    null
  >),
  enhanced_evidence: {},
};
