import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import {
  type Arrived,
  control,
  freshKey,
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

const url = 'http://127.0.0.1:9/hook';
const signature = ({ headers }: Arrived) => String(headers['stripe-signature']);

describe('a webhook endpoint', () => {
  it('is created, changed, switched off and on, listed and deleted; its secret is shown once', async () => {
    const stripe = sdk(world);
    const made = await stripe.webhookEndpoints.create({
      url,
      enabled_events: ['charge.failed'],
      metadata: { for: 'shop' },
    });
    expect(made).toMatchObject({ secret: expect.stringMatching(/^whsec_\w{32}$/), status: 'enabled', livemode: false });
    const { id } = made;
    expect(await stripe.webhookEndpoints.retrieve(id)).not.toHaveProperty('secret');
    const changed = await stripe.webhookEndpoints.update(id, {
      url: `${url}/2`,
      enabled_events: ['*'],
      description: 'ร้านผ้า',
      metadata: { till: '2' },
      disabled: true,
    });
    expect(changed).toMatchObject({
      url: `${url}/2`,
      enabled_events: ['*'],
      description: 'ร้านผ้า',
      metadata: { for: 'shop', till: '2' },
      status: 'disabled',
    });
    expect((await stripe.webhookEndpoints.update(id, { disabled: false })).status).toBe('enabled');
    const other = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] });
    const { data } = await stripe.webhookEndpoints.list();
    expect(data.map((one) => one.id)).toEqual([other.id, id]);
    expect(data[0]).not.toHaveProperty('secret');
    expect(await stripe.webhookEndpoints.del(id)).toEqual(expect.objectContaining({ id, deleted: true }));
    expect((await refusal(stripe.webhookEndpoints.retrieve(id))).code).toBe('resource_missing');
  });

  it('has an address of the web, and asks for events that there are', async () => {
    const stripe = sdk(world);
    const wrong = await refusal(stripe.webhookEndpoints.create({ url: 'ftp://shop.test', enabled_events: ['*'] }));
    expect(wrong).toMatchObject({ code: 'url_invalid', param: 'url' });
    const names = ['charge.failed', 'charge.exploded'] as Stripe.WebhookEndpointCreateParams.EnabledEvent[];
    const unknown = await refusal(stripe.webhookEndpoints.create({ url, enabled_events: names }));
    expect(unknown.param).toBe('enabled_events[1]');
    expect(unknown.message).toContain('must be one of *, account.application.authorized');
    const none = await refusal(stripe.webhookEndpoints.create({ url, enabled_events: [] }));
    expect(none).toMatchObject({ code: 'parameter_missing', param: 'enabled_events' });
  });

  it('is one of sixteen at most', async () => {
    const stripe = sdk(world);
    for (let i = 0; i < 16; i += 1) await stripe.webhookEndpoints.create({ url, enabled_events: ['charge.failed'] });
    const error = await refusal(stripe.webhookEndpoints.create({ url, enabled_events: ['charge.failed'] }));
    expect(error.message).toBe('You have reached the maximum of 16 test webhook endpoints.');
  });

  it('whose secret is rotated is sent both signatures as long as the old one is kept', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const hook = await receiver();
    const { id, secret: old = '' } = await stripe.webhookEndpoints.create({
      url: hook.url,
      enabled_events: ['customer.created'],
    });
    const arrivedAfter = async (keepOldSeconds: number) => {
      const { secret } = await control(world, `webhook_endpoints/${id}/rotation`, { key, keepOldSeconds });
      const before = hook.arrived.length;
      await stripe.customers.create({});
      await until(() => hook.arrived.length > before);
      const last = hook.arrived.at(-1) as Arrived;
      const verifies = (by: string) => stripe.webhooks.constructEvent(last.body, signature(last), by).type;
      return { secret: String(secret), verifies, signatures: signature(last).split('v1=').length - 1 };
    };
    const first = await arrivedAfter(3600);
    expect(first.verifies(first.secret)).toBe('customer.created');
    expect(first.verifies(old)).toBe('customer.created');
    expect(first.signatures).toBe(2);
    const second = await arrivedAfter(0);
    expect(second.verifies(second.secret)).toBe('customer.created');
    expect(() => second.verifies(old)).toThrow(/signature/i);
    expect(() => second.verifies(first.secret)).toThrow(/signature/i);
    hook.close();
  });
});
