import { insertObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { mergedMetadata } from '../wire/params.js';
import { invalidParam, missingParam } from '../wire/problem.js';
import { theNamed } from './find.js';
import { makePrice } from './price-making.js';
import { productOf } from './products.js';
import type { LineFields, SessionFields } from './session-params.js';
import { makeShippingRate } from './shipping-rates.js';

type Line = Stored<'item'>;
type Price = Stored<'price'>;
type Rate = Stored<'shipping_rate'>;

/** The lines of a session, each priced. All in one currency, none of them paid again each month. */
export async function pricedLines(acting: Acting, given: readonly LineFields[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [i, fields] of given.entries()) lines.push(await pricedLine(acting, fields, `line_items[${i}]`));
  const [first] = lines;
  if (lines.some((line) => line.currency !== first?.currency)) {
    throw invalidParam('line_items', 'All prices on a Checkout Session must have the same currency.');
  }
  return lines;
}

async function pricedLine(acting: Acting, fields: LineFields, param: string): Promise<Line> {
  const price = await priceOf(acting, fields, param);
  if (price.type === 'recurring') {
    throw invalidParam(
      param,
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
    );
  }
  if (fields.quantity === undefined) {
    throw invalidParam(
      `${param}[quantity]`,
      `Quantity is required. Add \`quantity\` to \`${param}\``,
      'parameter_missing',
    );
  }
  const { body: product } = await theNamed(acting, 'product', idOf(price.product) ?? '', param);
  const amount = Math.round(Number(price.unit_amount_decimal) * fields.quantity);
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: product.name,
    metadata: mergedMetadata({}, fields.metadata),
    price,
    quantity: fields.quantity,
  };
}

async function priceOf(acting: Acting, { price: id, price_data: data }: LineFields, param: string): Promise<Price> {
  if (id !== undefined && data) {
    throw invalidParam(param, 'You may only specify one of these parameters: price, price_data.');
  }
  if (data) {
    const { product, product_data: made, ...money } = data;
    if (!made && product === undefined) throw missingParam(`${param}[price_data][product]`);
    const of = made
      ? await productOf(acting, made)
      : (await theNamed(acting, 'product', product ?? '', `${param}[price_data][product]`)).body;
    // A price for one session alone is not offered again.
    return makePrice(acting, { ...money, active: false }, of.id, `${param}[price_data]`);
  }
  if (id === undefined) throw missingParam(`${param}[price]`);
  const { body: price } = await theNamed(acting, 'price', id, `${param}[price]`);
  if (price.active) return price;
  throw invalidParam(`${param}[price]`, 'The price specified is inactive. This field only accepts active prices.');
}

/** Lists are newest first, and a cart reads from its first line: the last is written first. */
export async function keepLines(acting: Acting, session: string, lines: readonly Line[]): Promise<void> {
  for (const line of [...lines].reverse()) {
    await insertObject(acting.tx, acting.account.id, 'item', line, { parent: session });
  }
}

/** Stripe shows at most five ways to send. */
const MOST_RATES = 5;

export async function shippingRates(
  acting: Acting,
  given: SessionFields['shipping_options'],
  currency: string,
): Promise<Rate[]> {
  const rates: Rate[] = [];
  for (const [i, { shipping_rate: id, shipping_rate_data: data }] of (given ?? []).entries()) {
    const param = `shipping_options[${i}]`;
    if (i === MOST_RATES)
      throw invalidParam('shipping_options', `You may only specify up to ${MOST_RATES} shipping options.`);
    if (!data && id === undefined) throw missingParam(`${param}[shipping_rate]`);
    const rate = data
      ? await makeShippingRate(acting, data, `${param}[shipping_rate_data]`)
      : (await theNamed(acting, 'shipping_rate', id ?? '', `${param}[shipping_rate]`)).body;
    if (rate.fixed_amount?.currency !== currency) {
      throw invalidParam(param, `The shipping rate must have the currency of the Checkout Session (${currency}).`);
    }
    rates.push(rate);
  }
  return rates;
}
