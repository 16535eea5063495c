import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type Stripe from 'stripe';
import { control, freshKey, press, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

type Wanted = Partial<Stripe.Checkout.SessionCreateParams>;

const cloth = (amount = 25_000): NonNullable<Wanted['line_items']>[number] => ({
  price_data: { currency: 'thb', unit_amount: amount, product_data: { name: 'ผ้าขาวม้า <b>' } },
  quantity: 2,
});
const begin = (stripe: Stripe, more: Wanted = {}) =>
  stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [cloth()],
    success_url: 'http://shop.test/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/cart',
    ...more,
  });
const here = (url: string | null) => `${world.url}${new URL(url ?? '').pathname}`;
const open = async (url: string | null) => {
  const answer = await fetch(here(url), { redirect: 'manual' });
  return { answer, page: load(await answer.text()) };
};
/** Taps a button of the page, with what stands in its fields. Answers where that leads. */
async function tap(url: string | null, name: string, value: string): Promise<string> {
  const { page } = await open(url);
  const button = page(`button[name=${name}][value="${value}"]`);
  expect(button).toHaveLength(1);
  const form = button.closest('form');
  const fields = form
    .find('input')
    .toArray()
    .map((field) => [field.attribs.name ?? '', field.attribs.value ?? '']);
  const answer = await fetch(`${world.url}${form.attr('action')}`, {
    method: 'POST',
    body: new URLSearchParams([...fields, [name, value]] as string[][]),
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
  // Between pages of the provider a path is enough.
  return answer.headers.get('location') ?? '';
}
const pay = (session: Stripe.Checkout.Session, how: string) => tap(session.url, 'pay', how);
const types = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 100 })).data
    .map(({ type }) => type)
    .filter((type) => type.startsWith('checkout') || type.startsWith('payment_intent'))
    .reverse();

describe('a Checkout Session', () => {
  it('leads back to addresses with Thai letters, also who comes to it once more', async () => {
    const stripe = sdk(world);
    const success_url = 'http://shop.test/ขอบคุณ?session={CHECKOUT_SESSION_ID}';
    const session = await begin(stripe, { success_url, cancel_url: 'http://shop.test/ตะกร้า' });
    const back = encodeURI(success_url.replace('{CHECKOUT_SESSION_ID}', session.id));
    expect((await open(session.url)).page(`a[href="${encodeURI('http://shop.test/ตะกร้า')}"]`)).toHaveLength(1);
    expect(await pay(session, 'card:visa')).toBe(back);
    expect((await open(session.url)).answer.headers.get('refresh')).toBe(`0; url=${back}`);
  });

  it('opens a page in Thai and English that says it is practice and runs no script', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe, { client_reference_id: 'order-7', metadata: { shop: 'malee' } });
    expect(session).toMatchObject({
      amount_subtotal: 50_000,
      amount_total: 50_000,
      client_reference_id: 'order-7',
      currency: 'thb',
      metadata: { shop: 'malee' },
      mode: 'payment',
      payment_intent: null,
      payment_status: 'unpaid',
      status: 'open',
    });
    expect(session.expires_at - session.created).toBe(86_400);
    expect(session.payment_method_types).toEqual(['card', 'promptpay', 'grabpay']);
    const { answer, page } = await open(session.url);
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self' http:\/\/shop.test/,
    );
    const text = page('body').text();
    for (const words of [
      'ตลาดฝึก ไม่มีการซื้อขายจริง',
      'Pay (practice)',
      '฿500.00',
      'ผ้าขาวม้า <b>',
      '•••• 4242',
      'PromptPay',
    ]) {
      expect(text).toContain(words);
    }
    expect(page('script')).toHaveLength(0);
    expect(page('a.back').attr('href')).toBe('http://shop.test/cart');
    expect((await open('http://x.test/pay/checkout/nothing')).answer.status).toBe(404);
  });

  it('is paid by one tap on a card, and tells the shop once', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe, { payment_intent_data: { description: 'คำสั่งซื้อ 7', metadata: { order: '7' } } });
    expect(await pay(session, 'card:visa')).toBe(`http://shop.test/done?session=${session.id}`);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge', 'line_items.data.price.product'],
    });
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
    expect(paid.customer_details).toMatchObject({ email: 'buyer@practice.test' });
    expect(paid.payment_intent).toMatchObject({
      amount: 50_000,
      description: 'คำสั่งซื้อ 7',
      metadata: { order: '7' },
      status: 'succeeded',
      latest_charge: { paid: true },
    });
    expect(paid.line_items?.data[0]).toMatchObject({ quantity: 2, price: { product: { name: 'ผ้าขาวม้า <b>' } } });
    expect(await types(stripe)).toEqual([
      'payment_intent.created',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
    const again = await open(session.url);
    expect(again.answer.headers.get('refresh')).toBe(`0; url=http://shop.test/done?session=${session.id}`);
    const intent = (paid.payment_intent as Stripe.PaymentIntent).id;
    expect((await stripe.checkout.sessions.list({ payment_intent: intent })).data.map(({ id }) => id)).toEqual([
      session.id,
    ]);
  });

  it('stays open when a card is declined, says why, and can be paid with the next', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe);
    expect(await pay(session, 'card:chargeDeclinedInsufficientFunds')).toBe(new URL(session.url ?? '').pathname);
    expect((await open(session.url)).page('[role=alert]').text()).toContain('เงินในบัตรไม่พอ');
    const tried = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(tried).toMatchObject({ status: 'open', payment_intent: { status: 'requires_payment_method' } });
    await pay(session, 'card:mastercard');
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid' });
    expect((paid.payment_intent as Stripe.PaymentIntent).id).toBe((tried.payment_intent as Stripe.PaymentIntent).id);
  });

  it('goes by the bank’s page for a card that asks, and comes back whatever is answered there', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe);
    const bank = await pay(session, 'card:threeDSecure2Required');
    expect(bank).toMatch(/\/pay\/card\//);
    const back = new URL(await press(world, bank, 'refusal'), world.url);
    expect(back.pathname).toBe(new URL(session.url ?? '').pathname);
    expect((await open(session.url)).page('[role=alert]').text()).toContain('ไม่ได้ยืนยัน');
    await press(world, await pay(session, 'card:threeDSecure2Required'), 'payment');
    expect((await open(session.url)).answer.headers.get('refresh')).toContain(session.id);
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
  });

  it('is paid by PromptPay and by a wallet on their own pages', async () => {
    const stripe = sdk(world);
    for (const [how, where] of [
      ['promptpay', '/pay/promptpay/'],
      ['grabpay', '/pay/grabpay/'],
    ] as const) {
      const session = await begin(stripe);
      const page = await pay(session, how);
      expect(page).toContain(where);
      expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
      await press(world, page, 'payment');
      expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
        status: 'complete',
        payment_status: 'paid',
      });
    }
  });

  it('is complete but unpaid while a bank takes its time, and is told how that ended', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const euro = {
      payment_method_types: ['sepa_debit' as const],
      line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 3000, product_data: { name: 'x' } } }],
    };
    const [good, bad] = [await begin(stripe, euro), await begin(stripe, euro)];
    const { page } = await open(good.url);
    const [works, fails] = page('button[value^=sepa_debit]')
      .toArray()
      .map((button) => button.attribs.value ?? '');
    await pay(good, works ?? '');
    await pay(bad, fails ?? '');
    for (const { id } of [good, bad]) {
      expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
        status: 'complete',
        payment_status: 'unpaid',
      });
    }
    await control(world, 'accounts/clock', { key, now: good.created + 3600 });
    expect((await stripe.checkout.sessions.retrieve(good.id)).payment_status).toBe('paid');
    expect((await stripe.checkout.sessions.retrieve(bad.id)).payment_status).toBe('unpaid');
    const told = (await types(stripe)).filter((type) => type.startsWith('checkout'));
    expect(told.sort()).toEqual([
      'checkout.session.async_payment_failed',
      'checkout.session.async_payment_succeeded',
      'checkout.session.completed',
      'checkout.session.completed',
    ]);
  });

  it('is sent the way that the buyer chose, to the address on the page', async () => {
    const stripe = sdk(world);
    const fast = await stripe.shippingRates.create({
      display_name: 'ส่งด่วน',
      fixed_amount: { amount: 9000, currency: 'thb' },
    });
    const session = await begin(stripe, {
      shipping_address_collection: { allowed_countries: ['TH'] },
      shipping_options: [
        {
          shipping_rate_data: {
            display_name: 'ธรรมดา',
            type: 'fixed_amount',
            fixed_amount: { amount: 4000, currency: 'thb' },
          },
        },
        { shipping_rate: fast.id },
      ],
    });
    expect(session).toMatchObject({ amount_subtotal: 50_000, amount_total: 54_000 });
    await tap(session.url, 'rate', fast.id);
    expect((await open(session.url)).page('body').text()).toContain('฿590.00');
    await pay(session, 'card:visa');
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(paid).toMatchObject({
      amount_total: 59_000,
      shipping_cost: { amount_total: 9000, shipping_rate: fast.id },
      total_details: { amount_shipping: 9000 },
      collected_information: { shipping_details: { address: { country: 'TH', postal_code: '10110' } } },
      payment_intent: { amount: 59_000, shipping: { name: 'ผู้ซื้อ ฝึกหัด' } },
    });
  });

  it('ends on the account’s clock or when the shop ends it, and its intent with it', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const session = await begin(stripe, { expires_at: Math.floor(Date.now() / 1000) + 2000 });
    await pay(session, 'card:chargeDeclined');
    const begun = await stripe.checkout.sessions.retrieve(session.id);
    const direct = await refusal(stripe.paymentIntents.cancel(String(begun.payment_intent)));
    expect(direct.message).toMatch(/^You cannot perform this action on PaymentIntents created by Checkout/);
    await control(world, 'accounts/clock', { key, now: session.expires_at });
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'expired', url: null });
    expect((await stripe.paymentIntents.retrieve(String(begun.payment_intent))).status).toBe('canceled');
    expect((await open(session.url)).page('body').text()).toContain('หมดเวลาหรือปิดแล้ว');
    const other = await begin(stripe);
    expect((await stripe.checkout.sessions.expire(other.id)).status).toBe('expired');
    expect((await refusal(stripe.checkout.sessions.expire(other.id))).message).toBe(
      'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of `expired`.',
    );
    expect((await types(stripe)).filter((type) => type === 'checkout.session.expired')).toHaveLength(2);
    expect((await stripe.checkout.sessions.list({ status: 'open' })).data).toEqual([]);
  });

  it('lists its lines in the order of the cart, page by page', async () => {
    const stripe = sdk(world);
    const product = await stripe.products.create({ name: 'ตะกร้า' });
    const price = await stripe.prices.create({ product: product.id, currency: 'thb', unit_amount: 1500 });
    const session = await begin(stripe, { line_items: [{ price: price.id, quantity: 3 }, cloth(), cloth(100)] });
    const first = await stripe.checkout.sessions.listLineItems(session.id, { limit: 2 });
    expect(first.data.map(({ amount_total }) => amount_total)).toEqual([4500, 50_000]);
    expect(first.has_more).toBe(true);
    const rest = await stripe.checkout.sessions.listLineItems(session.id, { starting_after: first.data[1]?.id ?? '' });
    expect(rest.data.map(({ amount_total }) => amount_total)).toEqual([200]);
    expect((await refusal(stripe.checkout.sessions.listLineItems('cs_none'))).statusCode).toBe(404);
  });

  it('keeps a card for later without taking money', async () => {
    const stripe = sdk(world);
    const customer = await stripe.customers.create({ name: 'มาลี' });
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      customer: customer.id,
      success_url: 'http://shop.test/done',
    });
    expect(session).toMatchObject({
      amount_total: null,
      payment_status: 'no_payment_required',
      payment_method_types: ['card'],
    });
    await press(world, await pay(session, 'card:threeDSecure2Required'), 'payment');
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
    expect(done).toMatchObject({ status: 'complete', setup_intent: { status: 'succeeded', customer: customer.id } });
    expect((await stripe.balanceTransactions.list()).data).toEqual([]);
  });

  it('makes the buyer a customer when the shop always wants one', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe, { customer_creation: 'always', customer_email: 'malee@practice.test' });
    await pay(session, 'card:chargeDeclined');
    await pay(session, 'card:visa');
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['customer', 'payment_intent'] });
    const customer = paid.customer as Stripe.Customer;
    expect(customer.email).toBe('malee@practice.test');
    expect(paid.payment_intent).toMatchObject({ customer: customer.id });
    expect((await stripe.customers.list()).data).toHaveLength(1);
    const ofCustomer = await stripe.checkout.sessions.list({ customer: customer.id });
    expect(ofCustomer.data.map(({ id }) => id)).toEqual([session.id]);
    const byEmail = { customer_details: { email: 'malee@practice.test' } };
    expect((await stripe.checkout.sessions.list(byEmail)).data).toHaveLength(1);
  });

  it('costs nothing when its goods are free, and then needs no payment', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe, { line_items: [cloth(0)] });
    expect(session.payment_status).toBe('no_payment_required');
    await pay(session, 'card:visa');
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_intent: null,
    });
  });

  it('holds the money when the shop takes it later', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe, {
      payment_method_types: ['card'],
      payment_intent_data: { capture_method: 'manual' },
    });
    await pay(session, 'card:visa');
    const held = await stripe.checkout.sessions.retrieve(session.id);
    expect(held).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    await stripe.paymentIntents.capture(String(held.payment_intent));
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
  });

  it('is paid once of twenty taps at once', async () => {
    const stripe = sdk(world);
    const session = await begin(stripe);
    const body = new URLSearchParams({ pay: 'card:visa' });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(`${here(session.url)}/payment`, { method: 'POST', body, redirect: 'manual' }),
      ),
    );
    expect((await stripe.charges.list()).data).toHaveLength(1);
    expect((await types(stripe)).filter((type) => type === 'checkout.session.completed')).toHaveLength(1);
  });

  it('refuses what Stripe refuses', async () => {
    const stripe = sdk(world);
    const fails = async (more: Wanted) => {
      const { code, param } = await refusal(begin(stripe, more));
      return [code ?? null, param ?? null];
    };
    const monthly = {
      ...cloth(),
      price_data: {
        currency: 'thb',
        unit_amount: 1000,
        product_data: { name: 'x' },
        recurring: { interval: 'month' as const },
      },
    };
    const now = Math.floor(Date.now() / 1000);
    expect(await fails({ mode: 'subscription' })).toEqual([null, 'mode']);
    expect(await fails({ line_items: [] })).toEqual(['parameter_missing', 'line_items']);
    expect(await fails({ line_items: [monthly] })).toEqual([null, 'line_items[0]']);
    expect(await fails({ line_items: [{ price: 'price_none', quantity: 1 }] })).toEqual([
      'resource_missing',
      'line_items[0][price]',
    ]);
    expect(await fails({ line_items: [{ ...cloth(), quantity: undefined as never }] })).toEqual([
      'parameter_missing',
      'line_items[0][quantity]',
    ]);
    expect(await fails({ line_items: [cloth(100)] })).toEqual(['amount_too_small', 'line_items']);
    expect(await fails({ success_url: 'javascript:alert(1)' })).toEqual(['url_invalid', 'success_url']);
    expect(await fails({ success_url: undefined as never })).toEqual(['parameter_missing', 'success_url']);
    expect(await fails({ expires_at: now + 60 })).toEqual([null, 'expires_at']);
    expect(await fails({ customer: 'cus_none' })).toEqual(['resource_missing', 'customer']);
    expect(await fails({ colour: 'red' } as never)).toEqual(['parameter_unknown', 'colour']);
    expect(await fails({ mode: 'setup' })).toEqual([null, 'line_items']);
    expect((await refusal(stripe.checkout.sessions.retrieve('cs_none'))).statusCode).toBe(404);
  });

  it('is confirmed over the address that Stripe’s own page and CLI use', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const session = await begin(stripe);
    const ask = async (path: string, body?: URLSearchParams) => {
      const answer = await fetch(`${world.url}/v1/payment_pages/${session.id}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${key}` },
        ...(body && { body }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    expect((await ask('')).body).toMatchObject({ session_id: session.id, status: 'open' });
    const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    const confirm = (amount: string) =>
      ask('/confirm', new URLSearchParams({ payment_method: method.id, expected_amount: amount }));
    expect((await confirm('1')).status).toBe(400);
    expect(await confirm('50000')).toMatchObject({ status: 200, body: { status: 'complete', payment_status: 'paid' } });
    expect((await confirm('50000')).status).toBe(400);
  });
});
