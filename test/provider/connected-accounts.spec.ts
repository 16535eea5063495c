import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import {
  control,
  freshKey,
  pageText,
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

const express = (stripe: Stripe, more: Stripe.AccountCreateParams = {}) =>
  stripe.accounts.create({
    type: 'express',
    country: 'TH',
    business_profile: { name: 'ร้านมาลี' },
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    ...more,
  });
const linkTo = (stripe: Stripe, account: string, urls: Partial<Stripe.AccountLinkCreateParams> = {}) =>
  stripe.accountLinks.create({
    account,
    type: 'account_onboarding',
    return_url: 'http://market.test/back',
    refresh_url: 'http://market.test/again',
    ...urls,
  });
const post = (url: string, button: string) =>
  fetch(`${world.url}${new URL(url).pathname}/${button}`, { method: 'POST', redirect: 'manual' });
const open = (url: string) => fetch(`${world.url}${new URL(url).pathname}`, { redirect: 'manual' });

describe('a connected account', () => {
  it('goes back to addresses with Thai letters', async () => {
    const stripe = sdk(world);
    const { id: account } = await express(stripe);
    const urls = { return_url: 'http://market.test/กลับ', refresh_url: 'http://market.test/ใหม่' };
    const link = await linkTo(stripe, account, urls);
    expect((await post(link.url, 'details')).headers.get('location')).toBe(encodeURI(urls.return_url));
    expect((await open(link.url)).headers.get('location')).toBe(encodeURI(urls.refresh_url));
  });

  it('takes payments once its owner has been through the page of its link', async () => {
    const stripe = sdk(world);
    const account = await express(stripe);
    expect(account).toMatchObject({ charges_enabled: false, payouts_enabled: false, details_submitted: false });
    expect(account.capabilities).toEqual({ card_payments: 'inactive', transfers: 'inactive' });
    expect(account.requirements?.disabled_reason).toBe('requirements.past_due');
    const link = await linkTo(stripe, account.id);
    expect(link.expires_at - link.created).toBe(300);
    const page = await pageText(world, link.url);
    for (const words of ['ตลาดฝึก ไม่มีการซื้อขายจริง', 'ร้านมาลี', 'practice', 'ไว้ทีหลัง']) expect(page).toContain(words);
    expect(page).not.toContain('<script');
    expect((await post(link.url, 'later')).headers.get('location')).toBe('http://market.test/back');
    expect((await stripe.accounts.retrieve(account.id)).charges_enabled).toBe(false);
    expect((await post(link.url, 'details')).headers.get('location')).toBe('http://market.test/back');
    const open = await stripe.accounts.retrieve(account.id);
    expect(open).toMatchObject({ charges_enabled: true, payouts_enabled: true, details_submitted: true });
    expect(open.capabilities).toEqual({ card_payments: 'active', transfers: 'active' });
    expect(open.external_accounts?.data[0]).toMatchObject({ object: 'bank_account', last4: '6789' });
    const news = await stripe.events.list({ type: 'account.updated' }, { stripeAccount: account.id });
    expect(news.data[0]?.account).toBe(account.id);
    expect(news.data[0]?.data.previous_attributes).toMatchObject({ charges_enabled: false });
    // It is about the account that the platform opened: the platform reads it in its own list too.
    expect((await stripe.events.list({ type: 'account.updated' })).data).toEqual(news.data);
    expect(await stripe.events.retrieve(news.data[0]?.id ?? '')).toEqual(news.data[0]);
  });

  it('needs a new link once one was used, replaced or has run out on the clock', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const { id } = await express(stripe);
    const [first, second] = [await linkTo(stripe, id), await linkTo(stripe, id)];
    const refresh = 'http://market.test/again';
    expect((await open(first.url)).headers.get('location')).toBe(refresh);
    expect((await open(second.url)).status).toBe(200);
    await control(world, 'accounts/clock', { key, now: second.expires_at });
    expect((await post(second.url, 'details')).headers.get('location')).toBe(refresh);
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(false);
    const third = await linkTo(stripe, id);
    await post(third.url, 'details');
    expect((await open(third.url)).headers.get('location')).toBe(refresh);
  });

  it('is told apart from what is not the platform’s', async () => {
    const stripe = sdk(world);
    const { id } = await express(stripe);
    const other = sdk(world);
    expect(await refusal(other.accounts.retrieve(id))).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    const denied = await refusal(other.balance.retrieve({}, { stripeAccount: id }));
    expect(denied).toMatchObject({ statusCode: 403, code: 'account_invalid', type: 'StripePermissionError' });
    expect((await stripe.balance.retrieve({}, { stripeAccount: id })).object).toBe('balance');
    expect((await stripe.accounts.retrieve(id, {}, { stripeAccount: id })).id).toBe(id);
    expect((await refusal(linkTo(other, id))).param).toBe('account');
    const nested = stripe.accounts.create({ type: 'standard' }, { stripeAccount: id });
    expect((await refusal(nested)).statusCode).toBe(400);
  });

  it('of the custom kind tells everything by the API, and nobody’s papers are kept', async () => {
    const stripe = sdk(world);
    const { id } = await express(stripe, { type: 'custom' });
    const told = {
      business_type: 'individual' as const,
      external_account: {
        object: 'bank_account' as const,
        country: 'TH',
        currency: 'thb',
        account_number: '000998877',
      },
      tos_acceptance: { date: 1_764_000_000, ip: '192.0.2.1' },
    };
    const wrong = stripe.accounts.update(id, { ...told, individual: { id_number: '1111111111110' } });
    expect((await refusal(wrong)).param).toBe('individual[id_number]');
    const partly = await stripe.accounts.update(id, told);
    expect(partly.charges_enabled).toBe(false);
    expect(partly.requirements?.currently_due).toContain('representative.id_number');
    const all = await stripe.accounts.update(id, { individual: { first_name: 'มาลี', id_number: '1111111111119' } });
    expect(all).toMatchObject({ charges_enabled: true, payouts_enabled: true });
    expect(JSON.stringify(all)).not.toMatch(/1111111111119|000998877/);
    const { id: shop } = await express(stripe);
    const signedForIt = stripe.accounts.update(shop, { tos_acceptance: { date: 1, ip: '192.0.2.1' } });
    expect((await refusal(signedForIt)).param).toBe('tos_acceptance');
  });

  it('is shut by a rejection and gone after a deletion', async () => {
    const stripe = sdk(world);
    const account = await express(stripe);
    await post((await linkTo(stripe, account.id)).url, 'details');
    const shut = await stripe.accounts.reject(account.id, { reason: 'fraud' });
    expect(shut).toMatchObject({ charges_enabled: false, payouts_enabled: false });
    expect(shut.requirements?.disabled_reason).toBe('rejected.fraud');
    await post((await linkTo(stripe, account.id)).url, 'details');
    expect((await stripe.accounts.retrieve(account.id)).charges_enabled).toBe(false);
    const other = await stripe.accounts.create({});
    expect(other.type).toBe('standard');
    expect((await stripe.accounts.list()).data.map(({ id }) => id)).toEqual([other.id, account.id]);
    expect(await stripe.accounts.del(other.id)).toEqual({ id: other.id, object: 'account', deleted: true });
    expect((await refusal(stripe.accounts.retrieve(other.id))).statusCode).toBe(404);
    expect((await refusal(stripe.balance.retrieve({}, { stripeAccount: other.id }))).statusCode).toBe(403);
  });

  it('sends its news to endpoints for Connect alone, and those of the platform to the others', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const [own, connect] = [await receiver(), await receiver()];
    await stripe.webhookEndpoints.create({ url: own.url, enabled_events: ['*'] });
    await stripe.webhookEndpoints.create({ url: connect.url, enabled_events: ['*'], connect: true });
    const account = await express(stripe);
    await stripe.accounts.update(account.id, { metadata: { hall: '1' } });
    await stripe.customers.create({ name: 'มาลี' });
    await stripe.customers.create({ name: 'ของร้าน' }, { stripeAccount: account.id });
    await control(world, 'drain', { key });
    await until(() => own.arrived.length > 0 && connect.arrived.length > 1);
    expect(own.types()).toEqual(['customer.created']);
    expect(connect.types()).toEqual(['account.updated', 'customer.created']);
    expect(connect.arrived.map(({ event }) => (event as { account?: string }).account)).toEqual([
      account.id,
      account.id,
    ]);
    expect(own.arrived.every(({ event }) => !('account' in event))).toBe(true);
    const [event] = (await stripe.events.list({}, { stripeAccount: account.id })).data;
    expect(event?.pending_webhooks).toBe(0);
    own.close();
    connect.close();
  });

  it('goes by the clock of its platform, also one that is set later', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    await control(world, 'accounts/clock', { key, now: '2026-12-01T00:00:00Z' });
    const { id } = await express(stripe);
    const created = async () => (await stripe.customers.create({}, { stripeAccount: id })).created;
    expect(await created()).toBe(Date.parse('2026-12-01T00:00:00Z') / 1000);
    await control(world, 'accounts/clock', { key, now: '2026-12-02T00:00:00Z' });
    expect(await created()).toBe(Date.parse('2026-12-02T00:00:00Z') / 1000);
  });
});

describe('in the direct model, as at Stripe in Thailand,', () => {
  it('an account for whose losses the platform would answer is refused in Stripe’s words', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    expect(await control(world, 'accounts/connect-model', { key, model: 'direct' })).toMatchObject({
      connect_model: 'direct',
    });
    const refused = await refusal(express(stripe));
    expect(refused).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' });
    expect(refused.message).toMatch(/^Platforms in TH cannot create accounts where the platform is loss-liable/);
    expect(refused.code).toBeUndefined();
    const controlled = { controller: { losses: { payments: 'application' as const } } };
    expect((await refusal(stripe.accounts.create(controlled))).message).toBe(refused.message);
    expect((await stripe.accounts.create({ type: 'standard' })).country).toBe('TH');
    await control(world, 'accounts/connect-model', { key, model: null });
    expect((await express(stripe)).type).toBe('express');
  });
});
