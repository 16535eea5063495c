import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const numbered = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, `${i}`]));

describe('metadata', () => {
  it('is merged; an empty value takes one key away, an empty whole all of them', async () => {
    const stripe = sdk(world);
    const { id } = await stripe.customers.create({ metadata: { shop: 'ผ้าทอ', till: '1' } });
    const changed = async (metadata: Stripe.Emptyable<Stripe.MetadataParam>) =>
      (await stripe.customers.update(id, { metadata })).metadata;
    expect(await changed({ till: '2', vip: 'yes' })).toEqual({ shop: 'ผ้าทอ', till: '2', vip: 'yes' });
    expect(await changed({ till: '' })).toEqual({ shop: 'ผ้าทอ', vip: 'yes' });
    expect(await changed('')).toEqual({});
  });

  it('has fifty keys of forty letters and values of five hundred at most', async () => {
    const stripe = sdk(world);
    const made = (metadata: Record<string, string>) => stripe.customers.create({ metadata });
    const { id, metadata } = await made({ ...numbered(49), ['k'.repeat(40)]: 'ก'.repeat(500) });
    expect(Object.keys(metadata)).toHaveLength(50);
    const errors = [
      [made(numbered(51)), 'metadata', 'up to 50 keys'],
      [stripe.customers.update(id, { metadata: { more: '1' } }), 'metadata', 'up to 50 keys'],
      [made({ ['k'.repeat(41)]: '1' }), 'metadata', 'up to 40 characters'],
      [made({ long: 'ก'.repeat(501) }), 'metadata[long]', 'up to 500 characters'],
    ] as const;
    for (const [call, param, words] of errors) {
      const error = await refusal(call);
      expect(error.param).toBe(param);
      expect(error.message).toContain(words);
    }
    expect((await stripe.customers.update(id, { metadata: { key0: '', more: '1' } })).metadata).toHaveProperty('more');
  });
});

describe('a list', () => {
  it('is not turned both ways, nor from an object of another kind, nor by a hundred and one', async () => {
    const stripe = sdk(world);
    const [first, second] = [await stripe.customers.create({}), await stripe.customers.create({})];
    const both = { starting_after: first.id, ending_before: second.id };
    expect((await refusal(stripe.customers.list(both))).param).toBe('ending_before');
    const { id } = await stripe.paymentIntents.create({ amount: 5000, currency: 'thb' });
    const wrong = await refusal(stripe.customers.list({ starting_after: id }));
    expect(wrong).toMatchObject({ code: 'resource_missing', param: 'starting_after', statusCode: 400 });
    for (const limit of [0, 101]) expect((await refusal(stripe.customers.list({ limit }))).param).toBe('limit');
    const word = await refusal(stripe.customers.list({ limit: 'ten' as never }));
    expect(word).toMatchObject({ code: 'parameter_invalid_integer', param: 'limit' });
  });

  it('is narrowed to a time, both ends as they are asked for', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    for (const now of [1000, 2000, 3000]) {
      await control(world, 'accounts/clock', { key, now });
      await stripe.customers.create({ name: String(now) });
    }
    const names = async (created: Stripe.RangeQueryParam | number) =>
      (await stripe.customers.list({ created })).data.map(({ name }) => name);
    expect(await names(2000)).toEqual(['2000']);
    expect(await names({ gt: 1000, lt: 3000 })).toEqual(['2000']);
    expect(await names({ gte: 2000 })).toEqual(['3000', '2000']);
    expect(await names({ lte: 2000 })).toEqual(['2000', '1000']);
    expect((await refusal(stripe.customers.list({ created: { after: 1 } as never }))).param).toBe('created[after]');
  });
});

describe('expand', () => {
  it('tells what is no object from what is not there, and goes four levels deep', async () => {
    const stripe = sdk(world);
    const { id } = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'thb',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...noRedirects,
    });
    const deep = 'latest_charge.payment_intent.latest_charge.payment_method_details';
    const refused = async (path: string) =>
      (await refusal(stripe.paymentIntents.retrieve(id, { expand: [path] }))).message;
    expect(await refused('amount')).toBe('This property cannot be expanded (amount).');
    expect(await refused('basket')).toBe("This property cannot be expanded because it doesn't exist: basket.");
    expect(await refused(deep)).toBe(`This property cannot be expanded (${deep}).`);
    expect(await refused('latest_charge.payment_intent.latest_charge.payment_intent.customer')).toContain(
      'more than 4 levels',
    );
    const list = await refusal(stripe.paymentIntents.list({ expand: ['latest_charge'] }));
    expect(list.message).toContain("'data.latest_charge'");
    const four = await stripe.paymentIntents.list({ expand: ['data.latest_charge.payment_intent.latest_charge'] });
    const charge = four.data[0]?.latest_charge as Stripe.Charge;
    expect((charge.payment_intent as Stripe.PaymentIntent).latest_charge).toMatchObject({
      object: 'charge',
      id: charge.id,
    });
  });

  it('that is refused on a change leaves nothing behind', async () => {
    const stripe = sdk(world);
    await refusal(stripe.customers.create({ expand: ['basket'] }, { idempotencyKey: 'one' }));
    expect((await stripe.customers.list()).data).toEqual([]);
    expect((await stripe.customers.create({}, { idempotencyKey: 'one' })).object).toBe('customer');
  });
});
