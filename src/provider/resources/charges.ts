import { whyNotMove } from '../rules/intent-status.js';
import { replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { idOf, type Stored } from '../wire/object-types.js';
import {
  clearable,
  clearableEmail,
  hash,
  integer,
  mergedMetadata,
  metadata,
  oneOf,
  text,
  type Values,
} from '../wire/params.js';
import { refused } from '../wire/problem.js';
import { readSearch } from '../wire/search.js';
import { capture } from './capturing.js';
import { shippingParam, wholeShipping } from './common-params.js';
import { theNamed, theOne } from './find.js';

type Charge = Stored<'charge'>;

const UPDATE_FIELDS = {
  customer: text(),
  description: clearable(1000),
  fraud_details: hash({ user_report: oneOf(['fraudulent', 'safe']) }),
  metadata,
  receipt_email: clearableEmail(800),
  shipping: shippingParam,
  transfer_group: text(),
};
const CAPTURE_FIELDS = { amount: integer(1), receipt_email: clearableEmail(800), statement_descriptor: clearable(22) };
const SEARCHABLE = [
  'amount',
  'billing_details.address.postal_code',
  'created',
  'currency',
  'customer',
  'disputed',
  'metadata',
  'payment_method_details.card.brand',
  'payment_method_details.card.exp_month',
  'payment_method_details.card.exp_year',
  'payment_method_details.card.fingerprint',
  'payment_method_details.card.last4',
  'payment_method_details.type',
  'refunded',
  'status',
];

export const chargeEndpoints: Endpoint[] = [
  read('/v1/charges/:id', 'charge', {}, async (call) => (await theOne(call, 'charge', call.id)).body),

  change('/v1/charges/:id', 'charge', UPDATE_FIELDS, updateCharge),

  change('/v1/charges/:id/capture', 'charge', CAPTURE_FIELDS, captureCharge),

  readList(
    '/v1/charges',
    'charge',
    { ...dated, customer: text(), payment_intent: text(), transfer_group: text() },
    (call) => {
      const { customer, payment_intent: parent, transfer_group } = call.params;
      return listPage(call, 'charge', '/v1/charges', {
        ...(customer !== undefined && { customer }),
        ...(parent !== undefined && { parent }),
        ...(transfer_group !== undefined && { fields: { transfer_group } }),
      });
    },
  ),

  readSearch('/v1/charges/search', 'charge', SEARCHABLE),
];

async function updateCharge(call: Changing<Values<typeof UPDATE_FIELDS>>): Promise<Charge> {
  const { body: before } = await theOne(call, 'charge', call.id, true);
  const { fraud_details: fraud, metadata: changes, shipping, ...plain } = call.params;
  if (plain.customer !== undefined) await theNamed(call, 'customer', plain.customer, 'customer');
  const charge: Charge = {
    ...before,
    ...plain,
    ...(fraud && { fraud_details: fraud as Charge['fraud_details'] }),
    ...(shipping && { shipping: wholeShipping(shipping) as Charge['shipping'] }),
    metadata: mergedMetadata(before.metadata, changes),
  };
  await replaceObject(call.tx, call.account.id, charge, plain.customer ? { customer: plain.customer } : {});
  await emit(call, 'charge.updated', charge, differences(before, charge));
  return charge;
}

/** The older way to take what is held: through the charge. The intent follows. */
async function captureCharge(call: Changing<Values<typeof CAPTURE_FIELDS>>): Promise<Charge> {
  const { body: found } = await theOne(call, 'charge', call.id);
  // The intent first, as everywhere: two ways to the same rows in different orders would wait for each other for ever.
  const { body: intent } = await theNamed(call, 'payment_intent', idOf(found.payment_intent) ?? '', 'charge', true);
  const { body: charge } = await theOne(call, 'charge', call.id, true);
  if (charge.captured) {
    throw refused(`Charge ${charge.id} has already been captured.`, { code: 'charge_already_captured' });
  }
  if (charge.refunded) {
    throw refused(`Charge ${charge.id} could not be captured: the time to capture it has passed, or it was released.`, {
      code: 'charge_expired_for_capture',
    });
  }
  const why = whyNotMove(intent.status, 'capture');
  if (why) throw refused(why, { code: 'payment_intent_unexpected_state', payment_intent: intent });
  await capture(call, intent, call.params.amount);
  return (await theOne(call, 'charge', call.id)).body;
}
