import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buy, cardTap } from '../support/buying.js';
import { closePlace, cutPower, openPlace, type Place, startAgain, untilNone } from '../support/place.js';
import { freePort } from '../support/ports.mjs';
import { startApp, stopApp } from '../support/server.mjs';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { type Tap, tally, tap, tapIn } from '../support/taps.js';
import { untruths } from '../support/truth.js';
import { Visitor } from '../support/visitor.js';

const NEW_BODY = 'ของส่งพรุ่งนี้นะคะ';

/** A form sent again: by an impatient thumb, by a phone that heard no answer, from a page that stayed open. */
describe('a form that is sent twice', () => {
  let place: Place;
  let other: Awaited<ReturnType<typeof startApp>> | null;
  let shop: SmallShop;
  let order: string;

  beforeAll(async () => {
    place = await openPlace('sent_twice');
    // One process owns a SQLite file: what two do on one database is asked of PostgreSQL alone.
    const ports = { PORT: await freePort(), PROVIDER_PORT: await freePort() };
    other = place.postgres ? await startApp({ ...place.settings, ...ports }) : null;
    shop = await smallShop(place.app.url);
    await shelve(shop, 40);
    const group = await buy(shop.me, shop.market, shop.product);
    await tap(await cardTap(shop.me, group));
    await untilNone(() => untruths(place, shop.market), 30);
    const [row] = await place.raw.ask<{ id: string }>(
      `SELECT "id" FROM "market_order" WHERE "market" = '${shop.market}.1'`,
    );
    order = `/m/${shop.market}/orders/${row?.id}`;
  });
  afterAll(async () => {
    if (other) await stopApp(other);
    await closePlace(place);
  });

  let message: Tap;
  beforeEach(async () => {
    await shop.me.visit(order);
    message = tapIn(shop.me, `${order}/messages`, { body: NEW_BODY });
  });
  const messages = () =>
    place.raw.ask<{ id: string; body: string }>('SELECT "id", "body" FROM "message" ORDER BY "id"');
  const rewritten = (sent: Tap, fields: Record<string, string>): Tap => {
    const body = new URLSearchParams(sent.body);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return { ...sent, body: body.toString() };
  };

  it('one after the other does it once and leads both to the same place', async () => {
    const before = (await messages()).length;
    const first = await tap(message);
    expect(first).toMatchObject({ status: 303, to: order });
    expect(await tap(message)).toEqual(first);
    expect(await messages()).toHaveLength(before + 1);
  });

  it('twenty times at once does it once, in one process or in two', async () => {
    const before = (await messages()).length;
    const taps = Array.from({ length: 20 }, (_v, at) => ({
      ...message,
      base: (at % 2 ? other : null)?.url ?? place.app.url,
    }));
    const answers = await Promise.all(taps.map(tap));
    expect(tally(answers)).toEqual({ 303: 20 });
    expect(new Set(answers.map(({ to }) => to))).toEqual(new Set([order]));
    expect(await messages()).toHaveLength(before + 1);
  });

  it('from a page that is opened anew does it again', async () => {
    const before = (await messages()).length;
    await tap(message);
    await shop.me.visit(order);
    await tap(tapIn(shop.me, `${order}/messages`, { body: NEW_BODY }));
    expect(await messages()).toHaveLength(before + 2);
  });

  it('with other words tells her that the first ones were sent, and sends nothing', async () => {
    await tap(message);
    const before = await messages();
    expect((await tap(rewritten(message, { body: 'อีกเรื่องหนึ่งค่ะ' }))).status).toBe(409);
    expect(await messages()).toEqual(before);
  });

  it('may be sent with other words when the first ones were refused', async () => {
    const before = (await messages()).length;
    expect((await tap(rewritten(message, { body: '' }))).status).toBe(422);
    expect((await tap(message)).status).toBe(303);
    expect(await messages()).toHaveLength(before + 1);
  });

  it("is another person's own, whatever key it carries", async () => {
    const stranger = new Visitor(place.app.url);
    await stranger.visit('/');
    await stranger.press('ลองเป็นผู้เรียน');
    const begin = stranger.page.$('form[action^="/assignments/"]').attr('action') ?? '';
    const key = new URLSearchParams(message.body).get('_once') ?? '';
    expect((await tap(rewritten(tapIn(stranger, begin), { _once: key }))).to).toMatch(/^\/attempts\//);
    expect((await tap(message)).to).toBe(order);
  });

  it('does not pay again when its first answer was lost and the card was declined', async () => {
    const group = await buy(shop.me, shop.market, shop.product);
    const pay = await cardTap(shop.me, group, 'pm_card_chargeDeclined');
    const attempts = () =>
      place.raw.ask<{ status: string }>(
        `SELECT "status" FROM "payment" WHERE "reference" = '${group.split('/').at(-1)}'`,
      );
    expect((await tap(pay)).status).toBe(303);
    await untilNone(async () => ((await attempts())[0]?.status === 'failed' ? [] : ['not declined yet']), 30);
    expect(await tap(pay)).toMatchObject({ status: 303, to: group });
    expect(await attempts()).toEqual([{ status: 'failed' }]);
  });

  it('leads to the purchase when the power went after its payment was written', async () => {
    const group = await buy(shop.me, shop.market, shop.product);
    const pay = { ...(await cardTap(shop.me, group)), referer: group };
    await cutPower(place);
    await startAgain(place, { CRASH_AT: 'payment-before-call' });
    await tap(pay);
    await untilNone(async () => (place.app.child.signalCode === 'SIGKILL' ? [] : ['the app still lives']), 30);
    await startAgain(place);
    expect(await tap({ ...pay, base: place.app.url })).toMatchObject({ status: 303, to: group });
    await untilNone(() => untruths(place, shop.market), 30);
    const paid = await place.raw.ask(`SELECT "id" FROM "payment" WHERE "reference" = '${group.split('/').at(-1)}'`);
    expect(paid).toHaveLength(1);
  }, 120_000);

  it('leaves no key behind that is older than a session', async () => {
    await tap(message);
    await place.raw.ask(`UPDATE "once_key" SET "claimedAt" = '2026-01-01T00:00:00.000Z' WHERE "answer" IS NOT NULL`);
    await shop.me.visit(order);
    await tap(tapIn(shop.me, `${order}/messages`, { body: NEW_BODY }));
    const old = await place.raw.ask(`SELECT "key" FROM "once_key" WHERE "claimedAt" < '2026-06-01'`);
    expect(old).toEqual([]);
  });
});
