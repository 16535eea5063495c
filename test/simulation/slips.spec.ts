import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plan, takeTransfers } from '../support/bank.js';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';
import { closePlace, openPlace, type Place } from '../support/place.js';

/** What each buyer does, in the order in which they come on the first day. */
const CASES = ['genuine', 'edited_amount', 'short', 'over', 'double', 'broken_code'];

describe('slips that buyers show', () => {
  let place: Place;
  let shop: FairShop;

  beforeAll(async () => {
    place = await openPlace(`slips${process.env.JEST_WORKER_ID}`);
    shop = await fairShop({ seed: 'slips', base: place.app.url });
    await takeTransfers(shop.me, shop.market);
    for (const [at, key] of CASES.entries())
      await plan(place, shop.market, `2026-11-02T0${3 + at}:00:00.000Z`, at, inject(key));
    await plan(place, shop.market, '2026-11-03T00:00:00.000Z', 20, inject('delayed'));
    await nextMorning(shop);
  });
  afterAll(() => closePlace(place));

  const inject = (key: string) => ({ kind: 'slip_case', params: { case: key, pieces: 1 } });
  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const rows = <T = Record<string, string>>(sql: string) => place.raw.ask<T>(sql);
  const events = async (type: string) =>
    (
      await rows(`SELECT "objectId", "payload" FROM "activity_event" WHERE "chain" = 'market:${shop.market}.1'
      AND "type" = '${type}' ORDER BY "seq"`)
    ).map(({ objectId, payload }) => ({ objectId, ...JSON.parse(payload ?? '{}') }));
  const one = async (key: string) => {
    const [slip] = await rows(`SELECT * FROM "slip" WHERE "market" = '${shop.market}.1' AND "caseKey" = '${key}'`);
    const [order] = await rows(`SELECT * FROM "market_order" WHERE "id" = '${slip?.orderId}'`);
    return {
      slip: slip?.id ?? '',
      order: order?.id ?? '',
      total: Number(order?.totalSatang),
      paid: order?.paymentStatus,
    };
  };
  const desk = async (key: string) => {
    await shop.me.visit(`/m/${shop.market}/money/slips/${(await one(key)).slip}`);
    await shop.me.press('เปิดดูรายการล่าสุด');
  };
  /** The line of the statement by which this order was truly paid. */
  const lineOf = async (key: string) => {
    const [order] = await rows(`SELECT "groupId" FROM "market_order" WHERE "id" = '${(await one(key)).order}'`);
    const lines = await rows(
      `SELECT "id" FROM "bank_transfer" WHERE "objectId" = '${order?.groupId}' ORDER BY "sentAt", "id"`,
    );
    return lines.map(({ id }) => id ?? '');
  };
  const baht = (satang: number) => String(satang / 100);

  it('come with their orders, and wait', async () => {
    await shop.me.visit(`/m/${shop.market}/money/slips`);
    expect(shop.me.page.$('main li').length).toBe(CASES.length + 1);
    expect(text()).toContain('ยังไม่ตรวจ');
    await shop.me.visit(`/m/${shop.market}/notifications`);
    await shop.me.press(
      shop.me.page
        .$('main a')
        .filter((_i, a) => /มีสลิป/.test(shop.me.page.$(a).text()))
        .first()
        .text()
        .trim(),
    );
    expect(text()).toContain('เงินที่ควรเข้า');
  });

  it('say by picture and by words the same, and by their code when asked', async () => {
    const { slip } = await one('genuine');
    await shop.me.visit(`/m/${shop.market}/money/slips/${slip}`);
    const alt = shop.me.page.$('img.slip-picture').attr('alt') ?? '';
    const [said] = await rows(`SELECT "says" FROM "slip" WHERE "id" = '${slip}'`);
    const { reference, payer, receiver, amountSatang } = JSON.parse(said?.says ?? '{}');
    for (const word of [reference, payer.name, receiver.name, baht(amountSatang)]) expect(alt).toContain(word);
    expect((await shop.me.visit(`/m/${shop.market}/money/slips/${slip}/picture.svg`)).status).toBe(200);
    await shop.me.visit(`/m/${shop.market}/money/slips/${(await one('broken_code')).slip}`);
    expect(text()).toContain('รหัสตรวจของคิวอาร์ไม่ถูก');
  });

  it('is no money before she has looked: a line cannot be taken unseen', async () => {
    const { slip } = await one('genuine');
    await shop.me.visit(`/m/${shop.market}/money/slips/${slip}`);
    expect(shop.me.page.$('input[name=transferId]')).toHaveLength(1);
    const [line = ''] = await lineOf('genuine');
    await shop.me.press('ตัดสิน', { result: 'accepted', transferId: line });
    expect(shop.me.page.status).toBe(409);
    expect(text()).toContain('เปิดดูรายการบัญชีก่อน');
    expect((await one('genuine')).paid).toBe('pending');
  });

  it('asks for what belongs to a decision', async () => {
    await desk('genuine');
    await shop.me.press('ตัดสิน');
    expect(shop.me.page.status).toBe(422);
    await shop.me.press('ตัดสิน', { result: 'rejected' });
    expect(text()).toContain('แตะเลือกเหตุผลก่อน');
    await shop.me.press('ตัดสิน', { result: 'accepted' });
    expect(text()).toContain('แตะเลือกรายการเงินเข้าก่อน');
  });

  it('pays the order with the line of the statement, once', async () => {
    await desk('genuine');
    const [line = ''] = await lineOf('genuine');
    await shop.me.press('ตัดสิน', { result: 'accepted', transferId: line });
    expect(text()).toContain('รับคำสั่งซื้อ');
    expect((await one('genuine')).paid).toBe('captured');
    const { slip, order } = await one('genuine');
    expect(await events('slip.checked')).toContainEqual(
      expect.objectContaining({ objectId: slip, result: 'accepted', transferId: line }),
    );
    const [matched] = (await events('bank_ledger.matched')).filter(({ objectId }) => objectId === line);
    expect(matched).toMatchObject({ matchedTo: order });
    await shop.me.visit(`/m/${shop.market}/money/slips/${(await one('short')).slip}`);
    expect(shop.me.page.$(`input[value="${line}"]`)).toHaveLength(0);
  });

  it('is refused for the field that proves it, with words that can be changed', async () => {
    await desk('edited_amount');
    await shop.me.press('ตัดสิน', { result: 'rejected', reason: 'amount' });
    expect(shop.me.page.$('textarea[name=body]').text()).toContain('ยอดที่โอนไม่ตรง');
    await shop.me.press('ส่งข้อความ', { body: 'ยอดไม่ตรงค่ะ รบกวนเช็กอีกทีนะคะ' });
    const { slip, order, paid } = await one('edited_amount');
    expect(paid).toBe('pending');
    expect(await rows(`SELECT "kind", "reasons", "result", "reason" FROM "slip" WHERE "id" = '${slip}'`)).toEqual([
      { kind: 'forged', reasons: 'amount', result: 'rejected', reason: 'amount' },
    ]);
    expect((await events('message.sent')).at(-1)).toMatchObject({
      objectId: order,
      body: 'ยอดไม่ตรงค่ะ รบกวนเช็กอีกทีนะคะ',
    });
  });

  it('can be believed against the bank: then the order is paid and no money is there', async () => {
    await desk('broken_code');
    await shop.me.press('ตัดสิน', { result: 'accepted', transferId: 'none' });
    const { slip, paid } = await one('broken_code');
    expect(paid).toBe('captured');
    expect((await events('slip.checked')).at(-1)).toMatchObject({
      objectId: slip,
      result: 'accepted',
      transferId: null,
    });
    expect((await events('payment.seen')).at(-1)).toMatchObject({ by: 'slip' });
  });

  it('of too much leads to a refund of what the seller works out, which settles what was wanted back', async () => {
    await desk('over');
    const [line = ''] = await lineOf('over');
    await shop.me.press('ตัดสิน', { result: 'accepted', transferId: line });
    expect(shop.me.page.path).toContain('/money/orders/');
    await shop.me.press('โอนคืน', { back: '5000' });
    expect(shop.me.page.status).toBe(409);
    await shop.me.visit(`/m/${shop.market}/money/orders/${(await one('over')).order}`);
    await shop.me.press('โอนคืน', { back: '10' });
    const { order } = await one('over');
    expect((await events('refund.issued')).at(-1)).toMatchObject({ objectId: order, amountSatang: 1000 });
    expect(await rows(`SELECT r."status", r."reason" FROM "refund" r WHERE r."market" = '${shop.market}.1'`)).toEqual([
      { status: 'done', reason: 'paid_too_much' },
    ]);
  });

  it('of a QR paid twice leaves a second credit that goes back whole', async () => {
    await desk('double');
    const [first = '', second = ''] = await lineOf('double');
    await shop.me.press('ตัดสิน', { result: 'accepted', transferId: first });
    const { order, total } = await one('double');
    await shop.me.visit(`/m/${shop.market}/money/statement/${second}`);
    await shop.me.press('จับคู่', { order });
    expect(shop.me.page.path).toContain(`/money/orders/${order}`);
    await shop.me.press('โอนคืน', { back: baht(total) });
    expect(
      await rows(`SELECT "status" FROM "refund" WHERE "market" = '${shop.market}.1' AND "reason" = 'paid_twice'`),
    ).toEqual([{ status: 'done' }]);
    expect((await one('double')).paid).toBe('captured');
  });

  it('of a slow bank waits, and is right some hours later', async () => {
    await desk('delayed');
    expect(await lineOf('delayed')).toHaveLength(1);
    await shop.me.press('ตัดสิน', { result: 'waiting' });
    expect(shop.me.page.$('textarea[name=body]').text()).toContain('ยังไม่เข้าบัญชี');
    await nextMorning(shop);
    await desk('delayed');
    const [line = ''] = await lineOf('delayed');
    await shop.me.press('ตัดสิน', { result: 'accepted', transferId: line });
    expect((await one('delayed')).paid).toBe('captured');
  });

  it('of a baht too little is topped up by exactly that, and then paid', async () => {
    const { order } = await one('short');
    const [line = ''] = await lineOf('short');
    await desk('short');
    await shop.me.press('ตัดสิน', { result: 'rejected', reason: 'amount' });
    await shop.me.visit(`/m/${shop.market}/money/statement/${line}`);
    await shop.me.press('จับคู่', { order });
    await shop.me.press('ส่งคำขอ', { more: '1' });
    expect((await events('top_up.requested')).at(-1)).toMatchObject({ objectId: order, amountSatang: 100 });
    expect((await events('payment.requested')).at(-1)).toMatchObject({
      orderId: order,
      kind: 'top_up',
      amountSatang: 100,
      dueSatang: 100,
      read: { scheme: 'practice', amountSatang: 100, currency: '764', country: 'TH' },
    });
    await nextMorning(shop);
    await shop.me.visit(`/m/${shop.market}/money/statement`);
    await shop.me.press('เปิดดูรายการล่าสุด');
    const topUp = (await lineOf('short')).at(-1) ?? '';
    await shop.me.visit(`/m/${shop.market}/money/statement/${topUp}`);
    await shop.me.press('จับคู่', { order });
    expect(text()).toContain('จับคู่แล้ว ยอดพอดี');
    expect((await one('short')).paid).toBe('captured');
  });

  it('are a closed book to other learners', async () => {
    const other = await fairShop({ seed: 'another', base: place.app.url });
    const { slip, order } = await one('genuine');
    for (const path of [`slips/${slip}`, `slips/${slip}/picture.svg`, `orders/${order}`])
      expect((await other.me.visit(`/m/${other.market}/money/${path}`)).status).toBe(404);
  });

  it('of an earlier order come again only where there was one', async () => {
    await plan(place, shop.market, '2026-11-05T03:00:00.000Z', 30, inject('reused'));
    await nextMorning(shop);
    await nextMorning(shop);
    const { slip } = await one('reused');
    const [{ kind, reasons } = {}] = await rows(`SELECT "kind", "reasons" FROM "slip" WHERE "id" = '${slip}'`);
    expect(kind).toBe('reused');
    expect(reasons?.split(',')).toEqual(expect.arrayContaining(['reference_used', 'time']));
  });
});
