import { CURRENCIES, MOST } from '../rules/money.js';
import { listObjects } from '../store/object-lists.js';
import { insertObject, replaceObject } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';
import {
  clearable,
  flag,
  hash,
  integer,
  mergedMetadata,
  metadata,
  oneOf,
  required,
  text,
  type Values,
} from '../wire/params.js';
import { alreadyExists, invalidParam } from '../wire/problem.js';

type Price = Stored<'price'>;

export const taxBehavior = oneOf(['exclusive', 'inclusive', 'unspecified']);

/** What a price is beside its product; also within `price_data` and `default_price_data`. */
export const MONEY_FIELDS = {
  currency: required(text(3)),
  metadata,
  recurring: hash({
    interval: required(oneOf(['day', 'week', 'month', 'year'])),
    interval_count: integer(1, 1095),
    usage_type: oneOf(['licensed']),
  }),
  tax_behavior: taxBehavior,
  unit_amount: integer(0, MOST),
  unit_amount_decimal: text(20),
};
export const PRICE_WORDS = {
  active: flag,
  lookup_key: clearable(200),
  metadata,
  nickname: clearable(),
  transfer_lookup_key: flag,
};

export const priceStatus = ({ active }: Pick<Price, 'active'>) => (active ? 'active' : 'inactive');

type PriceFields = Values<typeof MONEY_FIELDS> & Partial<Values<typeof PRICE_WORDS>>;

/** Makes a price of the product. `within` is the parameter that held it, for the names in refusals. */
export async function makePrice(acting: Acting, fields: PriceFields, product: string, within = ''): Promise<Price> {
  const named = (name: string) => (within ? `${within}[${name}]` : name);
  const currency = fields.currency.toLowerCase();
  if (!CURRENCIES.includes(currency)) throw invalidParam(named('currency'), `Invalid currency: ${currency}.`);
  const price: Price = {
    ...blank(newId('price'), acting.now, product),
    active: fields.active ?? true,
    currency,
    lookup_key: fields.lookup_key ?? null,
    metadata: mergedMetadata({}, fields.metadata),
    nickname: fields.nickname ?? null,
    recurring: recurringOf(fields.recurring),
    tax_behavior: fields.tax_behavior ?? 'unspecified',
    type: fields.recurring ? 'recurring' : 'one_time',
    ...amountOf(fields, named),
  };
  await claimLookupKey(acting, price, fields.transfer_lookup_key);
  await insertObject(acting.tx, acting.account.id, 'price', price, { parent: product, status: priceStatus(price) });
  await emit(acting, 'price.created', price);
  return price;
}

/** One price at a time has a key: another gives it up when the request says so, and is in the way when not. */
export async function claimLookupKey(acting: Acting, price: Price, transfer = false): Promise<void> {
  const { lookup_key: key } = price;
  if (key === null) return;
  const { rows } = await listObjects(acting.tx, acting.account.id, 'price', { fields: { lookup_key: key }, limit: 1 });
  const [holder] = rows;
  if (!holder || holder.id === price.id) return;
  if (!transfer) throw alreadyExists(`A price (\`${holder.id}\`) already uses that lookup key.`, 'lookup_key');
  await replaceObject(acting.tx, acting.account.id, { ...holder, lookup_key: null });
}

const recurringOf = (given: PriceFields['recurring']): Price['recurring'] =>
  given
    ? {
        interval: given.interval,
        interval_count: given.interval_count ?? 1,
        meter: null,
        trial_period_days: null,
        usage_type: given.usage_type ?? 'licensed',
      }
    : null;

function amountOf({ unit_amount: whole, unit_amount_decimal: fine }: PriceFields, named: (name: string) => string) {
  if ((whole === undefined) === (fine === undefined)) {
    throw invalidParam(
      named('unit_amount'),
      whole === undefined
        ? 'Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.'
        : 'You may only specify one of these parameters: unit_amount, unit_amount_decimal.',
      whole === undefined ? 'parameter_missing' : undefined,
    );
  }
  if (fine === undefined) return { unit_amount: whole ?? 0, unit_amount_decimal: String(whole) };
  if (!/^\d{1,8}(\.\d{1,12})?$/.test(fine)) {
    throw invalidParam(named('unit_amount_decimal'), `Invalid decimal: ${fine}`);
  }
  // Fractions of a satang exist only in the price; the whole number is then unknown, as at Stripe.
  return { unit_amount: Number.isInteger(Number(fine)) ? Number(fine) : null, unit_amount_decimal: fine };
}

const blank = (id: string, created: number, product: string): Price => ({
  id,
  object: 'price',
  active: true,
  billing_scheme: 'per_unit',
  created,
  currency: 'thb',
  custom_unit_amount: null,
  livemode: false,
  lookup_key: null,
  metadata: {},
  nickname: null,
  product,
  recurring: null,
  tax_behavior: 'unspecified',
  tiers_mode: null,
  transform_quantity: null,
  type: 'one_time',
  unit_amount: null,
  unit_amount_decimal: null,
});
