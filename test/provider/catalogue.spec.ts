import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

describe('the catalogue', () => {
  it('keeps products, their words and their news', async () => {
    const stripe = sdk(world);
    const product = await stripe.products.create({
      name: 'ผ้าขาวม้า',
      description: 'ทอมือ',
      images: ['https://shop.test/cloth.jpg'],
      metadata: { shop: 'malee' },
      default_price_data: { currency: 'THB', unit_amount: 25_000 },
      package_dimensions: { height: 2, length: 30, weight: 0.25, width: 20.5 },
    });
    expect(product).toMatchObject({ active: true, name: 'ผ้าขาวม้า', type: 'service', livemode: false });
    expect(product.package_dimensions).toEqual({ height: 2, length: 30, weight: 0.25, width: 20.5 });
    const again = await stripe.products.retrieve(product.id, { expand: ['default_price'] });
    expect(again.default_price).toMatchObject({ unit_amount: 25_000, currency: 'thb', product: product.id });
    const off = await stripe.products.update(product.id, { active: false, metadata: { shop: '', hall: '1' } });
    expect(off).toMatchObject({ active: false, metadata: { hall: '1' } });
    const other = await stripe.products.create({ name: 'ตะกร้า' });
    expect((await stripe.products.list({ active: true })).data.map(({ id }) => id)).toEqual([other.id]);
    expect((await stripe.products.list()).data.map(({ id }) => id)).toEqual([other.id, product.id]);
    const events = (await stripe.events.list()).data.map(({ type }) => type).reverse();
    expect(events).toEqual(['product.created', 'price.created', 'product.updated', 'product.created']);
  });

  it('keeps prices of one time and of each month, and lists them by what they are', async () => {
    const stripe = sdk(world);
    const { id: product } = await stripe.products.create({ name: 'ข้าวสาร' });
    const once = await stripe.prices.create({ product, currency: 'thb', unit_amount: 19_900, nickname: 'ถุงละ 5 กก.' });
    const monthly = await stripe.prices.create({
      product_data: { name: 'ข้าวทุกเดือน' },
      currency: 'usd',
      unit_amount: 1500,
      recurring: { interval: 'month' },
    });
    expect(once).toMatchObject({
      type: 'one_time',
      recurring: null,
      nickname: 'ถุงละ 5 กก.',
      billing_scheme: 'per_unit',
    });
    expect(monthly).toMatchObject({ type: 'recurring', recurring: { interval: 'month', interval_count: 1 } });
    const ids = async (params: object) => (await stripe.prices.list(params)).data.map(({ id }) => id);
    expect(await ids({ product })).toEqual([once.id]);
    expect(await ids({ type: 'recurring' })).toEqual([monthly.id]);
    expect(await ids({ currency: 'thb' })).toEqual([once.id]);
    await stripe.prices.update(once.id, { active: false });
    expect(await ids({ active: true })).toEqual([monthly.id]);
    const fine = await stripe.prices.create({ product, currency: 'thb', unit_amount_decimal: '12.5' as never });
    expect(fine.unit_amount).toBeNull();
    expect(String(fine.unit_amount_decimal)).toBe('12.5');
  });

  it('refuses prices that are none, and what is not there', async () => {
    const stripe = sdk(world);
    const { id: product } = await stripe.products.create({ name: 'x' });
    const price = (more: object) => refusal(stripe.prices.create({ currency: 'thb', ...more }));
    expect(await price({ product })).toMatchObject({ param: 'unit_amount', code: 'parameter_missing' });
    expect(await price({ unit_amount: 1000 })).toMatchObject({ param: 'product', code: 'parameter_missing' });
    expect(await price({ product: 'prod_none', unit_amount: 1 })).toMatchObject({
      code: 'resource_missing',
      statusCode: 400,
    });
    expect((await price({ product, unit_amount: 1, currency: 'xyz' })).param).toBe('currency');
    const both = { product, unit_amount: 1, unit_amount_decimal: '1' };
    expect((await price(both)).param).toBe('unit_amount');
    const missing = await refusal(stripe.products.retrieve('prod_none'));
    expect(missing).toMatchObject({ statusCode: 404, message: "No such product: 'prod_none'" });
    const misspelt = await refusal(stripe.products.create({ name: 'x', colour: 'red' } as never));
    expect(misspelt).toMatchObject({ code: 'parameter_unknown', param: 'colour' });
    expect(await refusal(stripe.products.create({} as never))).toMatchObject({
      code: 'parameter_missing',
      param: 'name',
    });
  });

  it('lets one price at a time have a key, and one product an id', async () => {
    const stripe = sdk(world);
    await stripe.products.create({ id: 'cloth', name: 'ผ้า' });
    const again = await refusal(stripe.products.create({ id: 'cloth', name: 'ผ้า' }));
    expect(again).toMatchObject({ statusCode: 400, code: 'resource_already_exists' });
    const price = (more: object = {}) =>
      stripe.prices.create({ product: 'cloth', currency: 'thb', unit_amount: 1000, lookup_key: 'usual', ...more });
    const [first, other] = [await price(), await price({ lookup_key: 'small' })];
    expect(await refusal(price())).toMatchObject({ code: 'resource_already_exists', param: 'lookup_key' });
    const ids = async (...lookup_keys: string[]) =>
      (await stripe.prices.list({ lookup_keys })).data.map(({ id }) => id);
    expect(await ids('usual', 'small')).toEqual([other.id, first.id]);
    const next = await price({ transfer_lookup_key: true });
    expect(await ids('usual')).toEqual([next.id]);
    expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
    expect((await refusal(stripe.prices.update(other.id, { lookup_key: 'usual' }))).param).toBe('lookup_key');
  });

  it('knows what sending a parcel costs', async () => {
    const stripe = sdk(world);
    const rate = await stripe.shippingRates.create({
      display_name: 'ส่งด่วน',
      type: 'fixed_amount',
      fixed_amount: { amount: 5000, currency: 'thb' },
      delivery_estimate: { minimum: { unit: 'business_day', value: 1 }, maximum: { unit: 'business_day', value: 2 } },
    });
    expect(rate).toMatchObject({ active: true, fixed_amount: { amount: 5000, currency: 'thb' }, type: 'fixed_amount' });
    const free = await refusal(stripe.shippingRates.create({ display_name: 'x' }));
    expect(free).toMatchObject({ code: 'parameter_missing', param: 'fixed_amount' });
  });
});
