import { describe, expect, it } from '@jest/globals';
import { buy } from '../support/buying.js';
import { smallShop } from '../support/small-shop.js';

describe('what a learner orders at her own shop', () => {
  it('shows nothing of her selling: it is in no snapshot', async () => {
    const { me, market, product } = await smallShop();
    await buy(me, market, product);
    await me.visit(`/m/${market}`);
    const attempt = String(me.page.$('a[href^="/attempts/"]').attr('href'));
    await me.visit(attempt);
    const { path } = await me.pressIn(`${attempt}/submission`);
    const { html } = await me.visit(`${new URL(path, me.base).pathname}/snapshot.json`);
    const facts = JSON.parse(html) as { products: unknown[]; orders: unknown[]; events: Array<{ type: string }> };
    expect(facts.products).toHaveLength(1);
    expect(facts.events.map(({ type }) => type)).toContain('order.placed');
    expect(facts.orders).toEqual([]);
  });
});
