import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cancelTap, cardTap } from '../support/buying.js';
import { backup } from '../support/operator.js';
import { closePlace, control, openPlace, type Place, startAgain, untilNone } from '../support/place.js';
import { freePort } from '../support/ports.mjs';
import { stopApp } from '../support/server.mjs';
import { smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import { verifyLog } from '../support/verify-log.js';
import { Visitor } from '../support/visitor.js';

describe('the status page', () => {
  let place: Place;
  let admin: Visitor;

  beforeAll(async () => {
    place = await openPlace(`status${process.env.JEST_WORKER_ID}`);
    admin = new Visitor(place.app.url);
    await admin.visit('/staff');
    await admin.press('เข้าระบบ', { email: 'admin@taladlab.example', password: 'talad-demo-2569' });
  });
  afterAll(() => closePlace(place));

  /** The card of one subject, in one line. */
  const about = async (subject: string) => {
    const { $ } = await admin.visit('/status');
    return $('li')
      .filter((_i, card) => $(card).find('h2').text().startsWith(subject))
      .text()
      .replace(/\s+/g, ' ');
  };

  it('says which database it is, that the provider answers and who is signed in', async () => {
    expect(await about('ฐานข้อมูล')).toMatch(place.postgres ? /PostgreSQL ขนาด [\d.]+ MB/ : /SQLite ขนาด [\d.]+ MB/);
    expect(await about('ระบบรับเงินฝึก')).toContain(`✓ ปกติ ระบบที่มากับโปรแกรม ที่ ${new URL(place.providerUrl).host}`);
    expect(await about('คนที่เข้าระบบอยู่')).toContain('1 เครื่อง');
    expect(await about('งานที่รอส่ง')).toContain('✓ ปกติ');
    expect(await about('รุ่นของโปรแกรม')).toMatch(/รุ่น \d+\.\d+\.\d+ \(.+\) บน Node \d+/);
  });

  it('asks for a backup until there is one, which checks the log as well', async () => {
    expect(await about('สำรองข้อมูล')).toContain('! ต้องทำ ยังไม่เคยสำรองข้อมูล สั่ง npm run backup');
    expect(await about('บันทึกเหตุการณ์')).toContain('! ต้องทำ');
    const folder = await backup(place.settings);
    expect(await about('สำรองข้อมูล')).toContain(`✓ ปกติ สำรองล่าสุดไว้ที่ ${folder}`);
    expect(await about('บันทึกเหตุการณ์')).toMatch(/✓ ปกติ ตรวจแล้วครบทั้ง \d+ สาย/);
  });

  it('is one tap from where an administrator begins', async () => {
    await admin.visit('/home');
    const { status, $ } = await admin.press('สถานะของเครื่อง');
    expect([status, $('h1').text()]).toEqual([200, 'สถานะของเครื่อง']);
  });

  it('counts who is signed in, and not whose session is over', async () => {
    const trainer = new Visitor(place.app.url);
    await trainer.visit('/');
    await trainer.press('ลองเป็นผู้สอน');
    expect(await about('คนที่เข้าระบบอยู่')).toContain('2 เครื่อง');
    const [session] = await place.raw.ask('SELECT * FROM "session" LIMIT 1');
    const over = new Date(Date.now() - 1000).toISOString();
    await place.raw.insert('session', { ...session, id: 'over', expiresAt: over });
    expect(await about('คนที่เข้าระบบอยู่')).toContain('2 เครื่อง');
  });

  it('says that the log is broken, once it was checked', async () => {
    const alter = (from: string, to: string) =>
      place.raw.ask(`UPDATE "activity_event" SET "type" = '${to}' WHERE "type" = '${from}'`);
    await alter('centre.founded', 'centre.lost');
    await alter('class.created', 'class.lost');
    expect(verifyLog(place.settings).code).toBe(1);
    expect(await about('บันทึกเหตุการณ์')).toMatch(/! ต้องทำ ตรวจพบเสียหาย 1 จาก \d+ สาย/);
    await alter('centre.lost', 'centre.founded');
    await alter('class.lost', 'class.created');
    expect(verifyLog(place.settings).code).toBe(0);
    expect(await about('บันทึกเหตุการณ์')).toContain('✓ ปกติ');
  });

  it('counts refunds that failed and books that differ, and lets her say that the money was given back', async () => {
    expect(await about('คืนเงินไม่สำเร็จ')).toContain('✓ ปกติ ไม่มี');
    expect(await about('สมุดเงินกับผู้ให้บริการ')).toContain('✓ ปกติ');
    const shop = await smallShop(place.app.url);
    const group = await buy(shop.me, shop.market, shop.product);
    await tap(await cardTap(shop.me, group));
    await untilNone(async () => ((await payment()).status === 'captured' ? [] : ['not captured']), 20);
    await tap(await cancelTap(shop.me, shop.market, group));
    const [refund] = await place.raw.ask<{ providerRefundId: string }>('SELECT * FROM "refund"');
    await control(place, shop.market, `refunds/${refund?.providerRefundId}/outcome`, { outcome: 'fail' });
    await untilNone(async () => ((await payment()).status === 'captured' ? [] : ['not failed']), 20);
    expect(await about('คืนเงินไม่สำเร็จ')).toMatch(/! ต้องทำ 1 รายการ .*คำสั่งซื้อ TL-0001/);
    await differ(shop.market, [2, 3, 0]);
    expect(await about('สมุดเงินกับผู้ให้บริการ')).toContain('✓ ปกติ');
    await differ(shop.market, [2, 3]);
    expect(await about('สมุดเงินกับผู้ให้บริการ')).toMatch(/! ต้องทำ ไม่ตรงกัน 3 รายการ ใน 1 ตลาด สั่ง npm run reconcile/);
    await admin.press('โอนคืนผู้ซื้อแล้ว');
    expect((await payment()).status).toBe('refunded');
    expect(await about('คืนเงินไม่สำเร็จ')).toContain('✓ ปกติ ไม่มี');
    await differ(shop.market, []);
  });

  const payment = async () =>
    (await place.raw.ask<{ status: string }>('SELECT "status" FROM "payment"'))[0] ?? { status: '' };
  /** As if a market's books had been compared so often, and so many entries had differed each time. */
  const differ = async (market: string, found: readonly number[]) => {
    await place.raw.ask('DELETE FROM "reconciliation" WHERE "status" = \'done\'');
    for (const [at, differing] of found.entries())
      await place.raw.insert('reconciliation', {
        ...{ id: `rec_${at}`, market: `${market}.1`, night: null, status: 'done', checked: 9, found: differing },
        at: `2026-11-0${at + 1}T02:00:00.000Z`,
      });
  };

  it('says when the database is older than the program', async () => {
    const [newest] = await place.raw.ask<{ id: number }>(
      'SELECT * FROM "migrations" ORDER BY "timestamp" DESC LIMIT 1',
    );
    await place.raw.ask(`DELETE FROM "migrations" WHERE "id" = ${newest?.id}`);
    expect(await about('ฐานข้อมูล')).toMatch(/! ต้องทำ .*ฐานข้อมูลเก่ากว่าโปรแกรม/);
    await place.raw.insert('migrations', { ...newest });
    expect(await about('ฐานข้อมูล')).toContain('✓ ปกติ');
  });

  it('says that the provider is gone, and what has waited for it too long', async () => {
    await stopApp(place.app);
    const port = await freePort();
    await startAgain(place, { PROVIDER: 'external', STRIPE_API_HOST: '127.0.0.1', STRIPE_API_PORT: port });
    await waitFor(place);
    expect(await about('ระบบรับเงินฝึก')).toContain(`! ต้องทำ ระบบอื่นที่ 127.0.0.1:${port} ติดต่อไม่ได้`);
    expect(await about('งานที่รอส่ง')).toMatch(
      /! ต้องทำ รับเงิน 1 รายการ คืนเงิน 1 รายการ งานตามเวลาในตลาด 1 รายการ .*รอนานผิดปกติ/,
    );
    await place.raw.ask(`UPDATE "sandbox" SET "closedAt" = "createdAt" WHERE "id" = 'waiting1'`);
    expect(await about('งานที่รอส่ง')).toMatch(/✓ ปกติ รับเงิน 0 รายการ คืนเงิน 0 รายการ งานตามเวลาในตลาด 0 รายการ/);
  });
});

/** A market with a payment that never reached the provider, the money back of another and an hour that its clock has passed. */
async function waitFor({ raw }: Place): Promise<void> {
  const [edition] = await raw.ask<{ clock: string }>(`SELECT * FROM "sandbox" WHERE "kind" = 'edition' LIMIT 1`);
  await raw.insert('sandbox', {
    ...edition,
    id: 'waiting1',
    kind: 'attempt',
    closedAt: null,
    providerKey: 'sk_waiting',
  });
  const market = 'waiting1.1';
  const startedAt = new Date(Date.now() - 600_000).toISOString();
  const payment = { market, method: 'card', amountSatang: 100, attempt: 1, request: '{}', startedAt };
  const paid = { status: 'succeeded', providerIntentId: 'pi_there', reference: 'b', idempotencyKey: 'b' };
  await raw.insert('payment', { ...payment, id: 'pay_a', status: 'pending', reference: 'a', idempotencyKey: 'a' });
  await raw.insert('payment', { ...payment, ...paid, id: 'pay_b' });
  const refund = { market, paymentId: 'pay_b', objectId: 'o', amountSatang: 100, reason: 'r', idempotencyKey: 'r' };
  await raw.insert('refund', { ...refund, id: 'ref_a', status: 'wanted' });
  await raw.insert('refund', { ...refund, id: 'ref_b', status: 'succeeded', idempotencyKey: 's' });
  const due = {
    sandboxId: 'waiting1',
    generation: 1,
    dueAt: String(edition?.clock),
    verb: 'market.day',
    payload: '{}',
  };
  await raw.insert('due_event', { ...due, id: 'due_a' });
  await raw.insert('due_event', { ...due, id: 'due_b', doneAt: startedAt });
  await raw.insert('due_event', { ...due, id: 'due_c', dueAt: '2999-01-01T00:00:00.000Z' });
}
