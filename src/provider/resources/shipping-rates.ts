import { CURRENCIES } from '../rules/money.js';
import { insertObject } from '../store/objects.js';
import { type Acting, change, type Endpoint } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';
import { hash, integer, mergedMetadata, metadata, oneOf, required, text, type Values } from '../wire/params.js';
import { invalidParam, missingParam } from '../wire/problem.js';

type ShippingRate = Stored<'shipping_rate'>;

const span = hash({
  unit: required(oneOf(['hour', 'day', 'business_day', 'week', 'month'])),
  value: required(integer(1)),
});

/** What a shipping rate is made of; also `shipping_rate_data` of a Checkout Session. */
export const RATE_FIELDS = {
  delivery_estimate: hash({ maximum: span, minimum: span }),
  display_name: required(text(100)),
  fixed_amount: hash({ amount: required(integer(0)), currency: required(text(3)) }),
  metadata,
  tax_behavior: oneOf(['exclusive', 'inclusive', 'unspecified']),
  tax_code: text(),
  type: oneOf(['fixed_amount']),
};

export const shippingRateEndpoints: Endpoint[] = [
  change('/v1/shipping_rates', 'shipping_rate', RATE_FIELDS, (call) => makeShippingRate(call, call.params)),
];

export async function makeShippingRate(
  acting: Acting,
  fields: Values<typeof RATE_FIELDS>,
  within = '',
): Promise<ShippingRate> {
  const named = (name: string) => (within ? `${within}[${name}]` : name);
  const { delivery_estimate: estimate, fixed_amount: fixed } = fields;
  if (!fixed) throw missingParam(named('fixed_amount'));
  const currency = fixed.currency.toLowerCase();
  if (!CURRENCIES.includes(currency)) {
    throw invalidParam(named('fixed_amount[currency]'), `Invalid currency: ${currency}.`);
  }
  const rate: ShippingRate = {
    id: newId('shr'),
    object: 'shipping_rate',
    active: true,
    created: acting.now,
    delivery_estimate: estimate ? { maximum: estimate.maximum ?? null, minimum: estimate.minimum ?? null } : null,
    display_name: fields.display_name,
    fixed_amount: { amount: fixed.amount, currency },
    livemode: false,
    metadata: mergedMetadata({}, fields.metadata),
    tax_behavior: fields.tax_behavior ?? 'unspecified',
    tax_code: fields.tax_code ?? null,
    type: 'fixed_amount',
  };
  await insertObject(acting.tx, acting.account.id, 'shipping_rate', rate, { status: 'active' });
  return rate;
}
