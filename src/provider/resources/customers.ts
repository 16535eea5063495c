import { insertObject, replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { dated, listPage } from '../wire/list.js';
import type { Stored } from '../wire/object-types.js';
import { clearable, mergedMetadata, metadata, type Values } from '../wire/params.js';
import { addressParam, shippingParam, wholeAddress, wholeShipping } from './common-params.js';
import { theOne } from './find.js';

const FIELDS = {
  address: addressParam,
  description: clearable(),
  email: clearable(512),
  metadata,
  name: clearable(256),
  phone: clearable(20),
  shipping: shippingParam,
};

export const customerEndpoints: Endpoint[] = [
  change('/v1/customers', 'customer', FIELDS, async (call) => {
    const customer = given(call.params, blank(newId('cus'), call.now));
    await insertObject(call.tx, call.account.id, 'customer', customer);
    await emit(call, 'customer.created', customer);
    return customer;
  }),

  read('/v1/customers/:id', 'customer', {}, async (call) => (await theOne(call, 'customer', call.id)).body),

  change('/v1/customers/:id', 'customer', FIELDS, async (call) => {
    const before = (await theOne(call, 'customer', call.id, true)).body;
    const customer = given(call.params, before);
    await replaceObject(call.tx, call.account.id, customer);
    await emit(call, 'customer.updated', customer, differences(before, customer));
    return customer;
  }),

  readList('/v1/customers', 'customer', dated, (call) => listPage(call, 'customer', '/v1/customers')),
];

function given(params: Values<typeof FIELDS>, before: Stored<'customer'>): Stored<'customer'> {
  const { address, shipping, metadata: changes, ...plain } = params;
  return {
    ...before,
    ...plain,
    ...(address && { address: wholeAddress(address) }),
    ...(shipping && { shipping: wholeShipping(shipping) as Stored<'customer'>['shipping'] }),
    metadata: mergedMetadata(before.metadata, changes),
  };
}

const blank = (id: string, created: number): Stored<'customer'> => ({
  id,
  object: 'customer',
  address: null,
  balance: 0,
  created,
  currency: null,
  customer_account: null,
  default_source: null,
  delinquent: false,
  description: null,
  discount: null,
  email: null,
  invoice_prefix: id.slice(-8).toUpperCase(),
  invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  livemode: false,
  metadata: {},
  name: null,
  next_invoice_sequence: 1,
  phone: null,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
});
