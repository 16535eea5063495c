import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plan, takeTransfers } from '../support/bank.js';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';
import { closePlace, openPlace, type Place } from '../support/place.js';

describe('orders that come by chat', () => {
  let place: Place;
  let shop: FairShop;

  beforeAll(async () => {
    place = await openPlace(`chat${process.env.JEST_WORKER_ID}`);
    shop = await fairShop({ seed: 'chat-orders', base: place.app.url });
    await takeTransfers(shop.me, shop.market);
    for (const [at, params] of [
      { channel: 'chat', pays: 'exact', pieces: 2 },
      { channel: 'stall', pays: 'exact', pieces: 1 },
    ].entries())
      await plan(place, shop.market, `2026-11-02T0${3 + at}:00:00.000Z`, at, { kind: 'chat_order', params });
    await nextMorning(shop);
  });
  afterAll(() => closePlace(place));

  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const rows = <T = Record<string, string>>(sql: string) => place.raw.ask<T>(sql);
  const inquiry = async (channel: string) => {
    const [row] = await rows(
      `SELECT * FROM "inquiry" WHERE "market" = '${shop.market}.1' AND "channel" = '${channel}'`,
    );
    return {
      id: row?.id ?? '',
      wants: JSON.parse(row?.wants ?? '[]') as Array<{ variantId: string; quantity: number }>,
      order: row?.orderId,
    };
  };
  const requested = async () =>
    (
      await rows(`SELECT "payload" FROM "activity_event" WHERE "chain" = 'market:${shop.market}.1' AND "type" = 'payment.requested'
      ORDER BY "seq"`)
    ).map(({ payload }) => JSON.parse(payload ?? '{}'));
  /** What the goods, the pieces and the chosen parcel come to, read off the page. */
  const write = async (channel: string, amount: string, more: Record<string, string> = {}) => {
    const { id, wants } = await inquiry(channel);
    await shop.me.visit(`/m/${shop.market}/money/requests/${id}?edit=yes`);
    const lines = Object.fromEntries(wants.map(({ variantId, quantity }) => [`q_${variantId}`, String(quantity)]));
    const delivery = shop.me.page.$('input[name=delivery]').first().attr('value') ?? '';
    await shop.me.press('ทำคิวอาร์', { ...lines, delivery, amount, ...more });
  };
  const due = async (channel: string) => {
    const [row] = await rows(
      `SELECT "dueSatang" FROM "money_request" WHERE "inquiryId" = '${(await inquiry(channel)).id}'`,
    );
    return Number(row?.dueSatang);
  };

  it('stand in a list with the words of who wants them', async () => {
    await shop.me.visit(`/m/${shop.market}/money/requests`);
    expect(shop.me.page.$('main li')).toHaveLength(2);
    await shop.me.visit(`/m/${shop.market}/money/requests/${(await inquiry('chat')).id}`);
    expect(text()).toMatch(/2 ชิ้น/);
  });

  it('are answered, and what looks real is not sent', async () => {
    await shop.me.press('ส่งข้อความ', { body: 'ได้ค่ะ โทรหา 081-234-5678' });
    expect(shop.me.page.status).toBe(422);
    await shop.me.press('ส่งข้อความ', { body: 'ได้ค่ะ เดี๋ยวสรุปยอดให้นะคะ' });
    expect(text()).toContain('คุณได้ค่ะ เดี๋ยวสรุปยอดให้นะคะ');
  });

  it('say field by field what is missing', async () => {
    const { id } = await inquiry('chat');
    await shop.me.visit(`/m/${shop.market}/money/requests/${id}`);
    await shop.me.press('ทำคิวอาร์', { amount: 'มาก' });
    expect(shop.me.page.status).toBe(422);
    for (const word of ['ใส่จำนวนของ', 'แตะเลือกวิธีส่งก่อน', 'ใส่ยอดเงินก่อน']) expect(text()).toContain(word);
  });

  it('show the QR read back beside the order before anything is sent, and can be mended', async () => {
    await write('chat', '1');
    expect(text()).toContain('คิวอาร์ฝึก ใช้จ่ายจริงไม่ได้');
    expect(shop.me.page.$('dl').first().text()).toMatch(/฿1\D/);
    expect(await requested()).toEqual([]);
    const right = (await due('chat')) / 100;
    await write('chat', String(right));
    await shop.me.press('ส่งให้ลูกค้า');
    const { order } = await inquiry('chat');
    const [placed] = await rows(
      `SELECT "totalSatang", "sellerParty", "buyerParty", "number" FROM "market_order" WHERE "id" = '${order}'`,
    );
    expect(Number(placed?.totalSatang)).toBe(right * 100);
    expect(placed?.buyerParty).toMatch(/^shopper:/);
    const [only, ...others] = await requested();
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      orderId: order,
      number: placed?.number,
      kind: 'order',
      amountSatang: right * 100,
      dueSatang: right * 100,
      read: { scheme: 'practice', amountSatang: right * 100, currency: '764', country: 'TH', isForOnePayment: true },
    });
    expect(only.read.receiver).toBe(only.account);
  });

  it('are sent once', async () => {
    const { id } = await inquiry('chat');
    await shop.me.visit(`/m/${shop.market}/money/requests/${id}`);
    expect(text()).toContain('ส่งคำขอรับเงินของ');
    expect(shop.me.page.$('form[action$="/sending"], form[action$="/draft"]')).toHaveLength(0);
  });

  it('are not paid by a buyer who is asked for more than she agreed to', async () => {
    await write('stall', '9999');
    await shop.me.press('ส่งให้ลูกค้า');
    await nextMorning(shop);
    const { order } = await inquiry('stall');
    await shop.me.visit(`/m/${shop.market}/orders/${order}`);
    expect(text()).toContain('ยอดที่ขอมาไม่ตรงกับที่สั่ง');
  });

  it('are paid into the account by who was asked rightly, and matched by the seller', async () => {
    const { order } = await inquiry('chat');
    await shop.me.visit(`/m/${shop.market}/money/statement`);
    await shop.me.press('เปิดดูรายการล่าสุด');
    await shop.me.press('จับคู่กับคำสั่งซื้อ');
    await shop.me.press('จับคู่', { order: order ?? '' });
    expect(text()).toContain('จับคู่แล้ว ยอดพอดี');
    expect(await rows(`SELECT "paymentStatus" FROM "market_order" WHERE "id" = '${order}'`)).toEqual([
      { paymentStatus: 'captured' },
    ]);
  });
});
