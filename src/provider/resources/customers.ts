import { listObjects } from '../store/object-lists.js';
import { deleteObject, findObject, insertObject, replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Changing, change, type Endpoint, read, readList, remove } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { dated, listPage } from '../wire/list.js';
import type { Stored } from '../wire/object-types.js';
import {
  clearable,
  clearableEmail,
  hash,
  listOf,
  mergedMetadata,
  metadata,
  oneOf,
  text,
  type Values,
} from '../wire/params.js';
import { readSearch } from '../wire/search.js';
import { attach, detach } from './attaching.js';
import { addressParam, shippingParam, wholeAddress, wholeShipping } from './common-params.js';
import { theNamed, theOne } from './find.js';
import { methodOfToken } from './method-making.js';

const FIELDS = {
  address: addressParam,
  description: clearable(),
  email: clearableEmail(512),
  metadata,
  name: clearable(256),
  phone: clearable(20),
  shipping: shippingParam,
  invoice_settings: hash({ default_payment_method: text() }),
  preferred_locales: listOf(text(20)),
  tax_exempt: oneOf(['exempt', 'none', 'reverse']),
};

export const customerEndpoints: Endpoint[] = [
  change('/v1/customers', 'customer', { ...FIELDS, payment_method: text() }, createCustomer),

  read('/v1/customers/:id', 'customer', {}, async (call) => {
    const gone = await findObject(call.db, call.account.id, 'deleted_customer', call.id);
    return gone?.body ?? (await theOne(call, 'customer', call.id)).body;
  }),

  change('/v1/customers/:id', 'customer', FIELDS, async (call) => {
    const before = (await theOne(call, 'customer', call.id, true)).body;
    const method = call.params.invoice_settings?.default_payment_method;
    if (method !== undefined)
      await theNamed(call, 'payment_method', method, 'invoice_settings[default_payment_method]');
    const customer = given(call.params, before);
    await replaceObject(call.tx, call.account.id, customer);
    await emit(call, 'customer.updated', customer, differences(before, customer));
    return customer;
  }),

  remove('/v1/customers/:id', deleteCustomer),

  readList('/v1/customers', 'customer', { ...dated, email: text() }, (call) => {
    const { email } = call.params;
    return listPage(call, 'customer', '/v1/customers', email === undefined ? {} : { fields: { email } });
  }),

  readSearch('/v1/customers/search', 'customer', ['created', 'email', 'metadata', 'name', 'phone']),
];

export async function createCustomer(call: Changing<Values<typeof FIELDS> & { payment_method?: string }>) {
  const { payment_method: methodId, ...params } = call.params;
  const customer = given(params, blank(newId('cus'), call.now));
  await insertObject(call.tx, call.account.id, 'customer', customer);
  await emit(call, 'customer.created', customer);
  if (methodId !== undefined) {
    const method =
      (await methodOfToken(call, methodId)) ??
      (await theNamed(call, 'payment_method', methodId, 'payment_method')).body;
    await attach(call, method, customer.id);
  }
  return customer;
}

/** What was paid keeps the customer's id, which from then on answers that it is deleted. */
async function deleteCustomer(call: Changing<object>): Promise<Stored<'deleted_customer'>> {
  const { body: customer } = await theOne(call, 'customer', call.id, true);
  const kept = await listObjects(call.tx, call.account.id, 'payment_method', { customer: call.id, limit: 100 });
  for (const method of kept.rows) await detach(call, method);
  await deleteObject(call.tx, call.account.id, call.id);
  const gone: Stored<'deleted_customer'> = { id: call.id, object: 'customer', deleted: true };
  await insertObject(call.tx, call.account.id, 'deleted_customer', gone);
  await emit(call, 'customer.deleted', customer);
  return gone;
}

function given(params: Values<typeof FIELDS>, before: Stored<'customer'>): Stored<'customer'> {
  const { address, shipping, metadata: changes, invoice_settings: settings, ...plain } = params;
  return {
    ...before,
    ...plain,
    ...(address && { address: wholeAddress(address) }),
    ...(shipping && { shipping: wholeShipping(shipping) as Stored<'customer'>['shipping'] }),
    ...(settings && { invoice_settings: { ...before.invoice_settings, ...settings } }),
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
