import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import {
  control,
  freshKey,
  noRedirects,
  receiver,
  refusal,
  sdk,
  startProvider,
  stop,
  until,
  type World,
} from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

/** An account that has been through its page. */
async function shopOf(stripe: Stripe, type: 'express' | 'standard' = 'express'): Promise<string> {
  const capabilities = { card_payments: { requested: true }, transfers: { requested: true } };
  const { id } = await stripe.accounts.create({ type, country: 'TH', capabilities });
  const urls = { return_url: 'http://market.test/', refresh_url: 'http://market.test/' };
  const { url } = await stripe.accountLinks.create({ account: id, type: 'account_onboarding', ...urls });
  await fetch(`${world.url}${new URL(url).pathname}/details`, { method: 'POST', redirect: 'manual' });
  return id;
}
const total = async (stripe: Stripe, account?: string) => {
  const { available, pending } = await stripe.balance.retrieve({}, account ? { stripeAccount: account } : {});
  return [...available, ...pending].reduce((sum, line) => sum + line.amount, 0);
};
const pay = (stripe: Stripe, more: Partial<Stripe.PaymentIntentCreateParams> = {}, account?: string) =>
  stripe.paymentIntents.create(
    {
      amount: 100_000,
      currency: 'thb',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...noRedirects,
      expand: ['latest_charge'],
      ...more,
    },
    account ? { stripeAccount: account } : {},
  );
const chargeOf = (intent: Stripe.PaymentIntent) => intent.latest_charge as Stripe.Charge;
const types = async (stripe: Stripe, prefix: string) =>
  (await stripe.events.list({ limit: 100 })).data
    .map(({ type }) => type)
    .filter((type) => type.startsWith(prefix))
    .reverse();
/** 3.65% and ฿10 of ฿1,000, with 7% VAT. */
const FEE = 4650 + 326;
const atOnce = async <T>(work: () => Promise<T>) =>
  (await Promise.allSettled(Array.from({ length: 20 }, work))).filter(({ status }) => status === 'fulfilled').length;

describe('a direct charge', () => {
  it('is the shop’s own payment, of which the platform takes its fee', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe, 'standard');
    const charge = chargeOf(await pay(stripe, { application_fee_amount: 7000 }, shop));
    expect(charge).toMatchObject({ application_fee_amount: 7000, paid: true });
    expect(await total(stripe, shop)).toBe(100_000 - FEE - 7000);
    expect(await total(stripe)).toBe(7000);
    const money = await stripe.balanceTransactions.retrieve(
      String(charge.balance_transaction),
      {},
      { stripeAccount: shop },
    );
    expect(money).toMatchObject({ amount: 100_000, fee: FEE + 7000, net: 100_000 - FEE - 7000 });
    expect(money.fee_details.map(({ type, amount }) => [type, amount])).toEqual([
      ['stripe_fee', 4650],
      ['tax', 326],
      ['application_fee', 7000],
    ]);
    const [fee] = (await stripe.applicationFees.list({ charge: charge.id, expand: ['data.balance_transaction'] })).data;
    expect(fee).toMatchObject({
      account: shop,
      amount: 7000,
      originating_transaction: charge.id,
      balance_transaction: { type: 'application_fee', net: 7000, available_on: money.available_on },
    });
    expect(fee?.id).toBe(charge.application_fee);
    expect((await stripe.charges.list()).data).toEqual([]);
    expect(await types(stripe, 'application_fee')).toEqual(['application_fee.created']);
  });

  it('tells the platform by its endpoints for Connect', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const shop = await shopOf(stripe);
    const hook = await receiver();
    await stripe.webhookEndpoints.create({
      url: hook.url,
      enabled_events: ['payment_intent.succeeded'],
      connect: true,
    });
    const intent = await pay(stripe, {}, shop);
    await control(world, 'drain', { key });
    await until(() => hook.arrived.length === 1);
    expect(hook.arrived[0]?.event).toMatchObject({ account: shop, data: { object: { id: intent.id } } });
    hook.close();
  });

  it('needs a shop that may be paid, and a fee within what is paid', async () => {
    const stripe = sdk(world);
    const { id: closed } = await stripe.accounts.create({ type: 'standard' });
    expect((await refusal(pay(stripe, {}, closed))).message).toContain('cannot currently make charges');
    expect((await refusal(pay(stripe, { application_fee_amount: 1 }))).message).toMatch(
      /^Can only apply an application_fee_amount/,
    );
    const shop = await shopOf(stripe);
    expect((await refusal(pay(stripe, { application_fee_amount: 100_001 }, shop))).param).toBe(
      'application_fee_amount',
    );
  });

  it('can be asked for by QR, and paid there by simulated buyers', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const shop = await shopOf(stripe);
    const intent = await pay(
      stripe,
      {
        application_fee_amount: 500,
        payment_method: undefined as never,
        payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@practice.test' } },
      },
      shop,
    );
    expect(intent.status).toBe('requires_action');
    await expect(control(world, `intents/${intent.id}/pay`, { key, outcome: 'succeed' })).rejects.toThrow(/No such/);
    await control(world, `intents/${intent.id}/pay`, { key, account: shop, outcome: 'succeed' });
    expect(await total(stripe)).toBe(500);
  });

  it('gives the fee back with a refund when that is asked for, and else keeps it', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    const charge = chargeOf(await pay(stripe, { application_fee_amount: 9000 }, shop));
    const refund = (more: Stripe.RefundCreateParams) =>
      stripe.refunds.create({ charge: charge.id, ...more }, { stripeAccount: shop });
    await refund({ amount: 20_000 });
    expect(await total(stripe)).toBe(9000);
    await refund({ amount: 40_000, refund_application_fee: true });
    expect(await total(stripe)).toBe(9000 - 3600);
    await refund({ refund_application_fee: true });
    expect(await total(stripe)).toBe(0);
    expect(await total(stripe, shop)).toBe(-FEE);
    const fee = await stripe.applicationFees.retrieve(String(charge.application_fee));
    expect(fee).toMatchObject({ amount_refunded: 9000, refunded: true });
    expect(fee.refunds.data.map(({ amount }) => amount)).toEqual([5400, 3600]);
    const plain = chargeOf(await pay(stripe, {}, shop));
    const none = stripe.refunds.create({ charge: plain.id, refund_application_fee: true }, { stripeAccount: shop });
    expect((await refusal(none)).param).toBe('refund_application_fee');
  });
});

describe('a destination charge', () => {
  it('is the platform’s payment, passed on whole with the fee coming back', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    const intent = await pay(stripe, {
      transfer_data: { destination: shop },
      application_fee_amount: 12_000,
      on_behalf_of: shop,
    });
    const charge = await stripe.charges.retrieve(chargeOf(intent).id, {
      expand: ['transfer.destination_payment', 'application_fee'],
    });
    expect(charge).toMatchObject({
      on_behalf_of: shop,
      transfer_data: { amount: null, destination: shop },
      transfer: {
        amount: 100_000,
        destination: shop,
        source_transaction: charge.id,
        transfer_group: `group_${intent.id}`,
      },
      application_fee: { amount: 12_000, account: shop, originating_transaction: charge.id },
    });
    expect(await total(stripe)).toBe(12_000 - FEE);
    expect(await total(stripe, shop)).toBe(88_000);
    const [payment] = (await stripe.charges.list({}, { stripeAccount: shop })).data;
    expect(payment).toMatchObject({
      amount: 100_000,
      application_fee_amount: 12_000,
      source_transfer: (charge.transfer as Stripe.Transfer).id,
    });
    expect(await types(stripe, 'transfer')).toEqual(['transfer.created']);
  });

  it('passes on a part when that is said', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    await pay(stripe, { transfer_data: { destination: shop, amount: 60_000 } });
    expect(await total(stripe)).toBe(40_000 - FEE);
    expect(await total(stripe, shop)).toBe(60_000);
    const both = { transfer_data: { destination: shop, amount: 1 }, application_fee_amount: 1 };
    expect((await refusal(pay(stripe, both))).param).toBe('application_fee_amount');
    const more = { transfer_data: { destination: shop, amount: 100_001 } };
    expect((await refusal(pay(stripe, more))).param).toBe('transfer_data[amount]');
    expect((await refusal(pay(stripe, { transfer_data: { destination: 'acct_none' } }))).message).toBe(
      "No such destination: 'acct_none'",
    );
  });

  it('is captured in part with the fee and the transfer of that part', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    const held = await pay(stripe, {
      capture_method: 'manual',
      transfer_data: { destination: shop },
      application_fee_amount: 5000,
    });
    expect(await total(stripe, shop)).toBe(0);
    await stripe.paymentIntents.capture(held.id, { amount_to_capture: 40_000 });
    expect(await total(stripe, shop)).toBe(35_000);
  });

  it('is refunded by the shop when the transfer is reversed with it', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    const charge = chargeOf(
      await pay(stripe, { transfer_data: { destination: shop }, application_fee_amount: 10_000 }),
    );
    const partly = await stripe.refunds.create({
      charge: charge.id,
      amount: 25_000,
      reverse_transfer: true,
      refund_application_fee: true,
    });
    expect(String(partly.transfer_reversal)).toMatch(/^trr_/);
    expect(await total(stripe, shop)).toBe(90_000 - 25_000 + 2500);
    await stripe.refunds.create({ charge: charge.id, reverse_transfer: true, refund_application_fee: true });
    expect(await total(stripe, shop)).toBe(0);
    expect(await total(stripe)).toBe(-FEE);
    expect((await stripe.transfers.list()).data[0]).toMatchObject({ amount_reversed: 100_000, reversed: true });
  });
});

describe('a transfer', () => {
  it('takes available money alone, unless it names the payment that it passes on', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const [first, second] = [await shopOf(stripe), await shopOf(stripe)];
    const charge = chargeOf(await pay(stripe, { transfer_group: 'order-7' }));
    const send = (destination: string, more: Partial<Stripe.TransferCreateParams> = {}) =>
      stripe.transfers.create({ amount: 30_000, currency: 'thb', destination, ...more });
    const early = await refusal(send(first));
    expect(early).toMatchObject({ code: 'balance_insufficient', statusCode: 400 });
    expect(early.message).toMatch(/^You have insufficient available funds in your Stripe account/);
    const linked = await send(first, { source_transaction: charge.id, metadata: { order: '7' } });
    expect(linked).toMatchObject({ transfer_group: 'order-7', source_transaction: charge.id, reversed: false });
    const [pending] = (await stripe.balance.retrieve({}, { stripeAccount: first })).pending;
    expect(pending?.amount).toBe(30_000);
    const tooMuch = await refusal(send(second, { source_transaction: charge.id, amount: 70_001 }));
    expect(tooMuch).toMatchObject({ code: 'balance_insufficient', param: 'amount' });
    await control(world, 'accounts/clock', { key, now: charge.created + 8 * 86_400 });
    const free = await send(second, { transfer_group: 'order-7', amount: 65_024 });
    expect(await total(stripe)).toBe(0);
    expect((await refusal(send(second, { amount: 1 }))).code).toBe('balance_insufficient');
    const ids = async (params: Stripe.TransferListParams) =>
      (await stripe.transfers.list(params)).data.map(({ id }) => id);
    expect(await ids({ transfer_group: 'order-7' })).toEqual([free.id, linked.id]);
    expect(await ids({ destination: first })).toEqual([linked.id]);
    const said = await stripe.transfers.update(linked.id, { description: 'ส่วนของร้าน', metadata: { order: '' } });
    expect(said).toMatchObject({ description: 'ส่วนของร้าน', metadata: {} });
    expect(await types(stripe, 'transfer')).toEqual(['transfer.created', 'transfer.created', 'transfer.updated']);
  });

  it('goes to shops that may have money', async () => {
    const stripe = sdk(world);
    const { id: closed } = await stripe.accounts.create({ type: 'express' });
    const send = (destination: string) => stripe.transfers.create({ amount: 100, currency: 'thb', destination });
    expect(await refusal(send(closed))).toMatchObject({
      code: 'insufficient_capabilities_for_transfer',
      param: 'destination',
    });
    expect(await refusal(send('acct_none'))).toMatchObject({
      code: 'resource_missing',
      message: "No such destination: 'acct_none'",
    });
    expect((await refusal(stripe.transfers.retrieve('tr_none'))).statusCode).toBe(404);
  });

  it('leaves at most what is available when twenty leave at once', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    await pay(stripe, { payment_method: 'pm_card_bypassPending' });
    expect(await atOnce(() => stripe.transfers.create({ amount: 30_000, currency: 'thb', destination: shop }))).toBe(3);
    expect(await total(stripe, shop)).toBe(90_000);
    const charge = chargeOf(await pay(stripe));
    const linked = { amount: 30_000, currency: 'thb', destination: shop, source_transaction: charge.id };
    expect(await atOnce(() => stripe.transfers.create(linked))).toBe(3);
  });

  it('comes back in parts, never more than was sent, also of twenty at once', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    const charge = chargeOf(await pay(stripe));
    const { id } = await stripe.transfers.create({
      amount: 50_000,
      currency: 'thb',
      destination: shop,
      source_transaction: charge.id,
    });
    const over = await refusal(stripe.transfers.createReversal(id, { amount: 50_001 }));
    expect(over).toMatchObject({
      param: 'amount',
      message: 'Reversal amount (฿500.01) is greater than unreversed amount on transfer (฿500.00)',
    });
    const first = await stripe.transfers.createReversal(id, { amount: 20_000, metadata: { why: 'return' } });
    expect(await atOnce(() => stripe.transfers.createReversal(id, { amount: 8000 }))).toBe(3);
    expect(await total(stripe, shop)).toBe(6000);
    await stripe.transfers.createReversal(id);
    expect((await refusal(stripe.transfers.createReversal(id))).message).toBe(
      'This transfer has already been fully reversed.',
    );
    expect(await total(stripe, shop)).toBe(0);
    expect(await total(stripe)).toBe(100_000 - FEE);
    const renamed = await stripe.transfers.updateReversal(id, first.id, { metadata: { why: 'late' } });
    expect((await stripe.transfers.retrieveReversal(id, first.id)).metadata).toEqual({ why: 'late' });
    const transfer = await stripe.transfers.retrieve(id);
    expect(transfer).toMatchObject({ amount_reversed: 50_000, reversed: true });
    expect(transfer.reversals.data.at(-1)).toEqual(renamed);
    expect((await stripe.transfers.listReversals(id, { limit: 2 })).has_more).toBe(true);
    expect((await refusal(stripe.transfers.retrieveReversal('tr_none', first.id))).statusCode).toBe(404);
    expect((await types(stripe, 'transfer')).filter((type) => type === 'transfer.reversed')).toHaveLength(5);
    const [payment] = (await stripe.charges.list({}, { stripeAccount: shop })).data;
    expect(payment).toMatchObject({ amount_refunded: 50_000, refunded: true });
  });

  it('does not come back from a shop that has spent it', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    await pay(stripe, { payment_method: 'pm_card_bypassPending' });
    const { id } = await stripe.transfers.create({ amount: 50_000, currency: 'thb', destination: shop });
    await stripe.payouts.create({ amount: 30_000, currency: 'thb' }, { stripeAccount: shop });
    expect(await refusal(stripe.transfers.createReversal(id))).toMatchObject({ code: 'balance_insufficient' });
    expect((await stripe.transfers.createReversal(id, { amount: 20_000 })).amount).toBe(20_000);
  });
});

describe('an application fee', () => {
  it('is given back in parts up to what was taken, also when twenty ask at once', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    const { application_fee: taken } = chargeOf(await pay(stripe, { application_fee_amount: 10_000 }, shop));
    const id = String(taken);
    const over = await refusal(stripe.applicationFees.createRefund(id, { amount: 10_001 }));
    expect(over.message).toBe('Refund amount (฿100.01) is greater than unrefunded amount on fee (฿100.00)');
    const first = await stripe.applicationFees.createRefund(id, { amount: 1000, metadata: { why: 'promotion' } });
    expect(await atOnce(() => stripe.applicationFees.createRefund(id, { amount: 2500 }))).toBe(3);
    expect(await total(stripe)).toBe(1500);
    expect(await total(stripe, shop)).toBe(100_000 - FEE - 1500);
    await stripe.applicationFees.createRefund(id);
    expect((await refusal(stripe.applicationFees.createRefund(id))).message).toContain('already been refunded');
    await stripe.applicationFees.updateRefund(id, first.id, { metadata: { why: '' } });
    expect((await stripe.applicationFees.retrieveRefund(id, first.id)).metadata).toEqual({});
    expect((await stripe.applicationFees.listRefunds(id)).data).toHaveLength(5);
    expect((await types(stripe, 'application_fee')).filter((type) => type.endsWith('refunded'))).toHaveLength(5);
  });
});

describe('in the direct model, as at Stripe in Thailand,', () => {
  it('nothing is collected and passed on, and direct charges go on', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const shop = await shopOf(stripe, 'standard');
    await control(world, 'accounts/connect-model', { key, model: 'direct' });
    const sent = await refusal(stripe.transfers.create({ amount: 100, currency: 'thb', destination: shop }));
    expect(sent.message).toContain('not supported in Thailand');
    expect((await refusal(pay(stripe, { transfer_data: { destination: shop } }))).message).toBe(sent.message);
    await pay(stripe, { application_fee_amount: 3000 }, shop);
    expect(await total(stripe)).toBe(3000);
  });
});

describe('whatever is paid, passed on and given back,', () => {
  it.each([7, 42, 1964])(
    'the platform and its shops have together what buyers paid, less what went back and the provider took (history %i)',
    async (seed) => {
      const stripe = sdk(world);
      const shops = [await shopOf(stripe), await shopOf(stripe, 'standard')];
      let state = seed;
      const below = (limit: number): number => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return Math.floor((state / 2_147_483_648) * limit);
      };
      const one = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
      const charges: Array<{ id: string; on: Stripe.RequestOptions }> = [];
      const note = (intent: Stripe.PaymentIntent, on: Stripe.RequestOptions = {}) =>
        charges.push({ id: chargeOf(intent).id, on });
      const moves: Array<() => Promise<unknown>> = [
        async () => note(await pay(stripe, { payment_method: 'pm_card_bypassPending' })),
        async () => {
          const shop = one(shops) ?? '';
          note(await pay(stripe, { application_fee_amount: below(20_000) }, shop), { stripeAccount: shop });
        },
        async () =>
          note(
            await pay(stripe, {
              transfer_data: { destination: one(shops) ?? '' },
              application_fee_amount: below(9000),
            }),
          ),
        () => stripe.transfers.create({ amount: 1 + below(80_000), currency: 'thb', destination: one(shops) ?? '' }),
        async () => {
          const { data } = await stripe.transfers.list();
          await stripe.transfers.createReversal(one(data)?.id ?? 'none', { amount: 1 + below(60_000) });
        },
        async () => {
          const { data } = await stripe.applicationFees.list();
          await stripe.applicationFees.createRefund(one(data)?.id ?? 'none', { amount: 1 + below(6000) });
        },
        async () => {
          const { id, on } = one(charges) ?? { id: 'none', on: {} };
          const shares = below(2) === 1 ? { reverse_transfer: true, refund_application_fee: true } : {};
          await stripe.refunds.create({ charge: id, amount: 1 + below(70_000), ...shares }, on);
        },
      ];
      let done = 0;
      for (let i = 0; i < 80; i += 1) {
        const move = one(moves) as () => Promise<unknown>;
        await move().then(
          () => {
            done += 1;
          },
          (problem: Stripe.errors.StripeError) => expect(problem.statusCode).toBeLessThan(500),
        );
      }
      const books = [undefined, ...shops];
      let together = 0;
      let outside = 0;
      for (const account of books) {
        together += await total(stripe, account);
        for await (const entry of stripe.balanceTransactions.list(
          { limit: 100 },
          account ? { stripeAccount: account } : {},
        )) {
          // Fees of the platform stay among them; only the provider's own leave.
          for (const { type, amount } of entry.fee_details) outside -= type === 'application_fee' ? 0 : amount;
        }
      }
      for (const { id, on } of charges) {
        const { amount_captured: paid } = await stripe.charges.retrieve(id, {}, on);
        const { data } = await stripe.refunds.list({ charge: id, limit: 100 }, on);
        const back = data
          .filter(({ balance_transaction: money }) => money)
          .reduce((sum, { amount }) => sum + amount, 0);
        outside += paid - back;
      }
      expect({ seed, together, moved: done > 20 }).toEqual({ seed, together: outside, moved: true });
    },
  );
});

describe('a Checkout Session of a market', () => {
  it('shares what is paid on its page as its intent was told to', async () => {
    const stripe = sdk(world);
    const shop = await shopOf(stripe);
    const session = (data: Stripe.Checkout.SessionCreateParams.PaymentIntentData, account?: string) =>
      stripe.checkout.sessions.create(
        {
          mode: 'payment',
          success_url: 'http://market.test/',
          line_items: [
            { quantity: 1, price_data: { currency: 'thb', unit_amount: 100_000, product_data: { name: 'x' } } },
          ],
          payment_intent_data: data,
        },
        account ? { stripeAccount: account } : {},
      );
    const payOn = ({ url }: Stripe.Checkout.Session) =>
      fetch(`${world.url}${new URL(url ?? '').pathname}/payment`, {
        method: 'POST',
        body: new URLSearchParams({ pay: 'card:visa' }),
        redirect: 'manual',
      });
    await payOn(await session({ application_fee_amount: 4000, transfer_data: { destination: shop } }));
    expect(await total(stripe, shop)).toBe(96_000);
    await payOn(await session({ application_fee_amount: 6000 }, shop));
    expect(await total(stripe)).toBe(4000 - FEE + 6000);
    const wrong = await refusal(session({ application_fee_amount: 1 }));
    expect(wrong.param).toBe('payment_intent_data[application_fee_amount]');
  });
});
