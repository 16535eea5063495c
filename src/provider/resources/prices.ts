import { replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import type { Stored } from '../wire/object-types.js';
import { flag, hash, listOf, mergedMetadata, oneOf, text, type Values } from '../wire/params.js';
import { invalidParam } from '../wire/problem.js';
import { theNamed, theOne } from './find.js';
import { claimLookupKey, MONEY_FIELDS, makePrice, PRICE_WORDS, priceStatus, taxBehavior } from './price-making.js';
import { PRODUCT_DATA, productOf } from './products.js';

type Price = Stored<'price'>;

const PATH = '/v1/prices';
const CREATE_FIELDS = {
  ...MONEY_FIELDS,
  ...PRICE_WORDS,
  billing_scheme: oneOf(['per_unit']),
  product: text(),
  product_data: hash(PRODUCT_DATA),
};

const LIST_FIELDS = {
  ...dated,
  active: flag,
  currency: text(3),
  lookup_keys: listOf(text(200)),
  product: text(),
  type: oneOf(['one_time', 'recurring']),
};

export const priceEndpoints: Endpoint[] = [
  change(PATH, 'price', CREATE_FIELDS, createPrice),

  read(`${PATH}/:id`, 'price', {}, async (call) => (await theOne(call, 'price', call.id)).body),

  change(`${PATH}/:id`, 'price', { ...PRICE_WORDS, tax_behavior: taxBehavior }, async (call) => {
    const { body: before } = await theOne(call, 'price', call.id, true);
    const { metadata: changes, transfer_lookup_key: transfer, ...plain } = call.params;
    const price: Price = { ...before, ...plain, metadata: mergedMetadata(before.metadata, changes) };
    await claimLookupKey(call, price, transfer);
    await replaceObject(call.tx, call.account.id, price, { status: priceStatus(price) });
    await emit(call, 'price.updated', price, differences(before, price));
    return price;
  }),

  readList(PATH, 'price', LIST_FIELDS, (call) => {
    const { active, currency, lookup_keys: keys, product, type } = call.params;
    return listPage(call, 'price', PATH, {
      ...(active !== undefined && { statuses: [priceStatus({ active })] }),
      ...(product !== undefined && { parent: product }),
      fields: {
        ...(currency !== undefined && { currency: currency.toLowerCase() }),
        ...(keys !== undefined && { lookup_key: keys }),
        ...(type !== undefined && { type }),
      },
    });
  }),
];

async function createPrice(call: Changing<Values<typeof CREATE_FIELDS>>): Promise<Price> {
  const { product, product_data: data, billing_scheme: _scheme, ...fields } = call.params;
  if ((product === undefined) === (data === undefined)) {
    throw invalidParam(
      'product',
      product === undefined
        ? 'You must specify either `product` or `product_data` when creating a price.'
        : 'You may only specify one of these parameters: product, product_data.',
      product === undefined ? 'parameter_missing' : undefined,
    );
  }
  const of = data
    ? (await productOf(call, data)).id
    : (await theNamed(call, 'product', product ?? '', 'product')).body.id;
  return makePrice(call, fields, of);
}
