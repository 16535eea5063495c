import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { photoFile } from '../support/photo.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { tap, tapIn } from '../support/taps.js';
import { verifyLog } from '../support/verify-log.js';
import { deliver, type MoneyShop, moneyShop, sell } from '../support/week-of-money.js';

/** A seller who is registered for VAT closes her week: by card, by transfer and at the door, with papers and a household. */
describe('closing a week', () => {
  let place: Place;
  let shop: MoneyShop;
  let carded: string;
  let transferred: string;
  let atDoor: string;
  let total: number;

  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const go = (path: string) => shop.me.visit(`${shop.money}/${path}`);
  const satang = (amount: number) => String(amount / 100);
  const told = async (type: string) => {
    const rows = await place.raw.ask<{ objectId: string; payload: string }>(
      `SELECT "objectId", "payload" FROM "activity_event" WHERE "chain" = 'market:${shop.market}.1' AND "type" = '${type}' ORDER BY "seq"`,
    );
    return rows.map(({ objectId, payload }) => ({ objectId, ...JSON.parse(payload) }));
  };
  const enter = async (paper: string, fields: Record<string, string>) => {
    await go(`books/lines/new?document=${paper}`);
    await shop.me.press('บันทึกรายการ', { day: '2/11/2569', ...fields });
  };

  beforeAll(async () => {
    place = await openPlace('closing_week');
    shop = await moneyShop(place);
    carded = await sell(place, shop, 'card');
    transferred = await sell(place, shop, 'bank_transfer');
    atDoor = await sell(place, shop, 'cod');
    const [row] = await place.raw.ask<{ totalSatang: string | number }>(
      `SELECT "totalSatang" FROM "market_order" WHERE "id" = '${carded}'`,
    );
    total = Number(row?.totalSatang);
  });
  afterAll(() => closePlace(place));

  it('gives a receipt with VAT split out, with the rate told and the sum left to her', async () => {
    await go(`receipts/for/${carded}`);
    expect(text()).toContain('อัตราที่ใช้อยู่ 7%');
    const vat = Math.round((total * 700) / 10_700);
    const form = { title: 'tax_invoice', vat: 'split', vatAmount: satang(vat), total: satang(total) };
    await shop.me.press('ออกใบเสร็จนี้', form);
    expect(text()).toContain('บาท');
    expect(shop.me.page.$('[lang=th]').text()).toMatch(/(ถ้วน|สตางค์)\)$/);
    expect((await told('receipt.issued')).at(-1)).toMatchObject({
      orderId: carded,
      totalSatang: total,
      vatSatang: vat,
    });
  });

  it('lists every paper that is not in the book, and asks shop’s or household’s', async () => {
    await go('books');
    for (const paper of ['RC69-0001', 'TL-0002', 'ใบเสร็จร้านด้ายฝึก', 'ใบเสร็จโรงเรียนฝึก']) expect(text()).toContain(paper);
    expect(text()).not.toContain('TL-0003');
    await go('papers/school');
    expect(text()).toContain('จ่ายด้วยเงินสดของร้าน');
    await shop.me.press('ลงสมุด');
    await shop.me.press('บันทึกรายการ', { way: 'out', amount: '800', day: '2/11/2569' });
    expect(shop.me.page.status).toBe(422);
    expect(text()).toContain('เลือกว่าเป็นเรื่องของร้านหรือของบ้าน');
    expect(shop.me.page.$('option[value="paper:school"]').attr('selected')).toBeDefined();
    await shop.me.press('บันทึกรายการ', { purse: 'household' });
    expect((await told('book_line.saved')).at(-1)).toMatchObject({
      kind: 'drawing',
      documentId: 'paper:school',
      eventId: 'paper:school',
      amountSatang: 80_000,
    });
  });

  it('mends a line, and strikes one out', async () => {
    await enter('paper:yarn', { way: 'out', purse: 'shop', category: 'packing', amount: '60.50' });
    await shop.me.press('กล่องและถุง');
    expect(shop.me.page.$('input[name=amount]').val()).toBe('60.50');
    await shop.me.press('บันทึกรายการ', { category: 'materials', amount: '600.50' });
    await enter('', { way: 'out', purse: 'shop', category: 'wages', amount: '5' });
    await shop.me.press('ค่าแรง');
    expect(text()).toContain('ไม่มีเอกสาร');
    await shop.me.press('ลบรายการนี้');
    expect(text()).not.toContain('ค่าแรง');
    expect(text()).toContain('วัตถุดิบ');
    expect(await told('book_line.struck')).toHaveLength(1);
  });

  it('takes a photo as proof, which stays when the line is mended', async () => {
    const words = { way: 'in', purse: 'household', amount: '50', day: '3/11/2569', note: 'แม่เติมเงินทอน' };
    await shop.me.upload(`${shop.money}/books/lines/new`, 'บันทึกรายการ', words, { photo: await photoFile() });
    expect(text()).toContain('รูปถ่ายเอกสาร');
    const [photo] = (await told('book_line.saved')).slice(-1);
    expect(photo).toMatchObject({ kind: 'contribution', category: null, eventId: null });
    await shop.me.press('บ้านเติมเงินให้ร้าน');
    await shop.me.press('บันทึกรายการ', { amount: '60' });
    expect((await told('book_line.saved')).at(-1)).toMatchObject({
      documentId: photo?.documentId,
      amountSatang: 6_000,
    });
    await shop.me.press('บ้านเติมเงินให้ร้าน');
    await shop.me.press('ลบรายการนี้');
  });

  it('refuses another shop’s paper and what is none', async () => {
    await go('books/lines/new');
    const tampered = {
      way: 'in',
      purse: 'shop',
      category: 'sale',
      amount: '1',
      day: '2/11/2569',
      document: 'paper:none',
    };
    await shop.me.press('บันทึกรายการ', tampered);
    expect(shop.me.page.status).toBe(422);
    expect(text()).toContain('ไม่มีเอกสารนี้');
  });

  it('tells income and expense, keeps the household apart and takes her profit', async () => {
    const [receipt] = await told('receipt.issued');
    const sale = { way: 'in', purse: 'shop', category: 'sale', amount: satang(total) };
    await enter(`receipt:${receipt?.objectId}`, sale);
    await enter(`order:${transferred}`, sale);
    await go('books/opening');
    expect(text()).toContain('นับได้เงินสด ฿500');
    await shop.me.press('บันทึก', { cash: '500', bank: '1200' });
    await go('books/result');
    expect(text()).toContain('บ้านเอาเงินร้านไปใช้฿800');
    const profit = 2 * total - 60_050;
    const left = 170_000 + profit - 80_000;
    expect(text().replaceAll(',', '')).toContain(`เงินร้านควรเหลือ ฿${(left / 100).toString()}`);
    await shop.me.press('ส่งผลของงวดนี้', { amount: satang(profit) });
    expect(shop.me.page.status).toBe(422);
    await shop.me.press('ส่งผลของงวดนี้', { result: 'profit', amount: satang(profit) });
    expect(text()).toContain('คุณส่งแล้วว่า กำไร');
    expect(await told('profit.submitted')).toEqual([
      { objectId: '2026-11-02', from: '2026-11-02', to: '2026-11-08', profitSatang: profit },
    ]);
    await go('books');
    expect(text()).not.toContain('เอกสารที่ยังไม่ลงสมุด');
  });

  it('matches by picking one and the other, and hands in what belongs to no order', async () => {
    await go('matching');
    await shop.me.press('จับคู่');
    expect(shop.me.page.status).toBe(422);
    const credit = (words: string) =>
      shop.me.page
        .$('label')
        .filter((_i, label) => shop.me.page.$(label).text().includes(words))
        .find('input[name=credit]')
        .attr('value') ?? '';
    const [test, paid] = [credit('ทดสอบบัญชี'), credit('กมล')];
    const stranger = `/m/${shop.market}/money/matching`;
    expect((await tap(tapIn(shop.me, stranger, { credit: 'trf_x.1.1.1', order: transferred }))).status).toBe(409);
    expect((await tap(tapIn(shop.me, stranger, { credit: paid, order: 'ord_x.1.1.1' }))).status).toBe(404);
    await shop.me.press('จับคู่', { credit: paid, order: transferred });
    await shop.me.press('เงินทดสอบบัญชี', { credit: test });
    await shop.me.press('ส่งผลจับคู่ของงวดนี้');
    expect((await told('reconciliation.submitted')).at(-1)).toMatchObject({
      from: '2026-11-02',
      pairs: [{ creditId: paid, orderId: transferred }],
      unmatched: [{ creditId: test, reason: 'test_credit' }],
    });
    await shop.me.press('เลิกจับคู่');
    expect(text()).not.toContain('ส่งผลจับคู่แล้วเมื่อ');
  });

  it('shows the courier’s money until it is handed on, and takes her sum', async () => {
    await deliver(shop, [carded, transferred, atDoor], 4);
    await go('cod');
    expect(text()).toContain('TL-0003');
    expect(text()).toContain('เก็บเงินแล้วเมื่อ');
    await shop.me.press('ส่งคำตอบ', { day: '5/11/2569', cod: satang(total) });
    expect(await told('cod_receivable.computed')).toEqual([
      { objectId: '2026-11-05', day: '2026-11-05', amountSatang: total },
    ]);
  });

  it('forecasts four weeks from what is open, kept with what it came to at that moment', async () => {
    await go('forecast');
    expect(text()).toContain('เงินปลายทาง TL-0003');
    expect(text()).toContain('ค่าเช่าแผง');
    const weeks = Object.fromEntries(
      [1, 2, 3, 4].flatMap((week) => [
        [`in_${week}`, '100'],
        [`out_${week}`, '0'],
      ]),
    );
    await shop.me.press('บันทึกที่คาดไว้', { ...weeks, in_3: 'มาก' });
    expect(shop.me.page.status).toBe(422);
    await shop.me.press('บันทึกที่คาดไว้', weeks);
    const [saved] = await told('forecast.saved');
    expect(saved?.weeks).toHaveLength(4);
    expect(saved?.engine.map((week: { out: number }) => week.out).filter(Boolean)).toEqual([90_000]);
    const coming = saved?.engine.reduce((sum: number, week: { in: number }) => sum + week.in, 0);
    // Two sales, less fees of less than a fifth.
    expect(coming).toBeGreaterThan(1.6 * total);
    expect(coming).toBeLessThan(2 * total);
  });

  it('explains a payout line by line, and takes what she makes of it', async () => {
    await deliver(shop, [], 12);
    await go('payouts');
    await shop.me.visit(shop.me.page.$(`main a[href^="${shop.money}/payouts/"]`).last().attr('href') ?? '');
    expect(text()).toContain('เงินที่ผู้ซื้อจ่าย');
    expect(text()).toContain('ค่าคอมมิชชันของตลาด');
    const payout = shop.me.page.path.split('/').at(-1) ?? '';
    const [row] = await place.raw.ask<{ amountSatang: string | number }>(
      `SELECT "amountSatang" FROM "shop_payout" WHERE "id" = '${payout}'`,
    );
    expect(text().replaceAll(',', '')).not.toContain(`฿${satang(Number(row?.amountSatang))}`);
    await shop.me.press('ส่งคำตอบ', { amount: satang(Number(row?.amountSatang)) });
    expect(text()).toContain('ตลาดโอน');
    expect(await told('payout.computed')).toEqual([{ objectId: payout, amountSatang: Number(row?.amountSatang) }]);
  });

  it('puts the statement’s fees among the papers, and leads her on from the money’s home', async () => {
    await shop.me.visit(shop.money);
    expect(text()).toContain('ไปออกใบเสร็จ');
    await go('books');
    expect(text()).toContain('ใบสรุปเงินโอน');
    await shop.me.visit(shop.me.page.$('a[href*="document=payout:"]').first().attr('href') ?? '');
    expect(text()).toContain('เปิดดู ใบสรุปเงินโอน');
  });

  it('leaves a log that holds', () => {
    expect(verifyLog(place.settings).code).toBe(0);
  });
});
