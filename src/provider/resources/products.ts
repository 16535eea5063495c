import { findObject, insertObject, replaceObject } from '../store/objects.js';
import { among, flagIn, part } from '../store/sql.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Acting, type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { dated, listPage } from '../wire/list.js';
import type { Stored } from '../wire/object-types.js';
import {
  clearable,
  decimal,
  flag,
  hash,
  listOf,
  mergedMetadata,
  metadata,
  oneOf,
  required,
  text,
  type Values,
} from '../wire/params.js';
import { alreadyExists, invalidParam } from '../wire/problem.js';
import { theNamed, theOne } from './find.js';
import { MONEY_FIELDS, makePrice } from './price-making.js';

type Product = Stored<'product'>;

const PATH = '/v1/products';
const FIELDS = {
  active: flag,
  description: clearable(),
  images: listOf(text(2048)),
  marketing_features: listOf(hash({ name: required(text(80)) })),
  metadata,
  name: text(250),
  package_dimensions: hash({
    height: required(decimal),
    length: required(decimal),
    weight: required(decimal),
    width: required(decimal),
  }),
  shippable: flag,
  statement_descriptor: clearable(22),
  tax_code: clearable(),
  unit_label: clearable(12),
  url: clearable(2048),
};
const CREATE_FIELDS = {
  ...FIELDS,
  default_price_data: hash(MONEY_FIELDS),
  id: text(64),
  name: required(FIELDS.name),
  type: oneOf(['good', 'service']),
};
const LIST_FIELDS = { ...dated, active: flag, ids: listOf(text()), shippable: flag, url: text() };
/** Stripe takes eight pictures. */
const MOST_IMAGES = 8;

export const productEndpoints: Endpoint[] = [
  change(PATH, 'product', CREATE_FIELDS, createProduct),

  read(`${PATH}/:id`, 'product', {}, async (call) => (await theOne(call, 'product', call.id)).body),

  change(`${PATH}/:id`, 'product', { ...FIELDS, default_price: text() }, async (call) => {
    const { body: before } = await theOne(call, 'product', call.id, true);
    const { default_price, ...fields } = call.params;
    if (default_price !== undefined) await theNamed(call, 'price', default_price, 'default_price');
    const product = { ...given(fields, before), ...(default_price && { default_price }), updated: call.now };
    await replaceObject(call.tx, call.account.id, product, { status: statusOf(product) });
    await emit(call, 'product.updated', product, differences(before, product));
    return product;
  }),

  readList(PATH, 'product', LIST_FIELDS, (call) => {
    const { active, ids, shippable, url } = call.params;
    return listPage(call, 'product', PATH, {
      ...(active !== undefined && { statuses: [statusOf({ active })] }),
      ...(ids !== undefined && { condition: part` AND "id" IN ${among(ids)}` }),
      fields: {
        ...(shippable !== undefined && { shippable: flagIn(call.db, shippable) }),
        ...(url !== undefined && { url }),
      },
    });
  }),
];

const statusOf = ({ active }: { active: boolean }) => (active ? 'active' : 'inactive');

async function createProduct(call: Changing<Values<typeof CREATE_FIELDS>>): Promise<Product> {
  const { default_price_data: priced, id = newId('prod'), type = 'service', ...fields } = call.params;
  if (await findObject(call.tx, call.account.id, 'product', id)) throw alreadyExists('Product already exists.', 'id');
  const product = await makeProduct(call, given(fields, { ...blank(id, call.now), type }));
  if (!priced) return product;
  const price = await makePrice(call, priced, product.id, 'default_price_data');
  const after = { ...product, default_price: price.id };
  await replaceObject(call.tx, call.account.id, after);
  return after;
}

/** A product that comes along with `price_data` and needs no more than a name. */
export const productOf = (acting: Acting, fields: Values<typeof PRODUCT_DATA>): Promise<Product> =>
  makeProduct(acting, given(fields, blank(newId('prod'), acting.now)));

export const PRODUCT_DATA = {
  description: FIELDS.description,
  images: FIELDS.images,
  metadata,
  name: required(FIELDS.name),
  tax_code: FIELDS.tax_code,
  unit_label: FIELDS.unit_label,
};

async function makeProduct(acting: Acting, product: Product): Promise<Product> {
  await insertObject(acting.tx, acting.account.id, 'product', product, { status: statusOf(product) });
  await emit(acting, 'product.created', product);
  return product;
}

function given(params: Partial<Values<typeof FIELDS>>, before: Product): Product {
  const { metadata: changes, ...plain } = params;
  if ((plain.images?.length ?? 0) > MOST_IMAGES) {
    throw invalidParam('images', `You may only specify up to ${MOST_IMAGES} images.`);
  }
  return { ...before, ...plain, metadata: mergedMetadata(before.metadata, changes) };
}

const blank = (id: string, created: number): Product => ({
  id,
  object: 'product',
  active: true,
  created,
  default_price: null,
  description: null,
  images: [],
  livemode: false,
  marketing_features: [],
  metadata: {},
  name: '',
  package_dimensions: null,
  shippable: null,
  statement_descriptor: null,
  tax_code: null,
  tax_details: null,
  type: 'service',
  unit_label: null,
  updated: created,
  url: null,
});
