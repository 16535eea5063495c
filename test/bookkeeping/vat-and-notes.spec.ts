import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closePlace, openPlace, type Place, untilNone } from '../support/place.js';
import { tap, tapIn } from '../support/taps.js';
import { BOOKS, type MoneyShop, moneyShop, sell } from '../support/week-of-money.js';

const RIDE = {
  ...{ key: 'ride', day: 1, kind: 'expense', amountSatang: 6_000, proof: 'none' },
  title: { th: 'ค่าวินมอเตอร์ไซค์', en: 'Motorcycle taxi' },
  text: { th: 'ให้พี่วินเอาของไปส่ง', en: 'A rider took the goods' },
};
const BOXES = {
  ...{ key: 'boxes', day: 1, kind: 'expense', amountSatang: 10_700, proof: 'full_tax_invoice' },
  title: { th: 'ร้านกล่องฝึก', en: 'The box shop' },
  text: { th: 'กล่อง 20 ใบ', en: 'Twenty boxes' },
};

/** A registered shop's VAT, a credit note for what went back, and money that went out without a receipt. */
describe('VAT, notes and vouchers in a seller’s book', () => {
  let place: Place;
  let shop: MoneyShop;
  let order: string;
  let total: number;

  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const go = (path: string) => shop.me.visit(`${shop.money}/${path}`);
  const baht = (satang: number) => (satang / 100).toFixed(2);
  const vatOf = (satang: number) => Math.round((satang * 7) / 107);
  const told = async (type: string) => {
    const rows = await place.raw.ask<{ objectId: string; payload: string }>(
      `SELECT "objectId", "payload" FROM "activity_event" WHERE "chain" = 'market:${shop.market}.1' AND "type" = '${type}' ORDER BY "seq"`,
    );
    return rows.map(({ objectId, payload }) => ({ objectId, ...JSON.parse(payload) }));
  };
  const enter = async (paper: string, fields: Record<string, string>) => {
    await go(`books/lines/new?document=${paper}`);
    await shop.me.press('บันทึกรายการ', { day: '2/11/2569', way: 'out', purse: 'shop', ...fields });
  };

  beforeAll(async () => {
    place = await openPlace('vat_and_notes');
    shop = await moneyShop(place, { ...BOOKS, papers: [RIDE, BOXES] });
    order = await sell(place, shop, 'card');
    const [row] = await place.raw.ask<{ totalSatang: string | number }>(
      `SELECT "totalSatang" FROM "market_order" WHERE "id" = '${order}'`,
    );
    total = Number(row?.totalSatang);
  });
  afterAll(() => closePlace(place));

  it('gives a short tax invoice to nobody by name, with its price including VAT', async () => {
    await go(`receipts/for/${order}`);
    await shop.me.press('ออกใบเสร็จนี้', { title: 'short_invoice', vat: 'none', buyerName: '', total: baht(total) });
    expect(text()).toContain('ใบกำกับภาษีอย่างย่อ');
    expect(text()).toContain('ราคารวม VAT แล้ว');
    await shop.me.press('ส่งให้ผู้ซื้อ');
    expect(text()).not.toContain('ยังไม่ได้บอกผู้ซื้อเป็นเอกสาร');
  });

  it('asks for a note once a part of a receipt went back, and takes what she writes on it', async () => {
    await shop.me.visit(`/m/${shop.market}/orders/${order}/refund`);
    await tap(tapIn(shop.me, `/m/${shop.market}/orders/${order}/refund`, { amount: '107', reason: 'แตกไปหนึ่งชิ้น' }));
    const posted = () =>
      place.raw.ask(
        `SELECT "id" FROM "ledger_transaction" WHERE "market" = '${shop.market}.1' AND "kind" = 'refunded'`,
      );
    await untilNone(async () => ((await posted()).length === 1 ? [] : [order]), 20);
    await go('receipts');
    expect(text()).toContain('คืนเงินแล้ว ยังไม่ได้บอกผู้ซื้อเป็นเอกสาร');
    await shop.me.press('ออกใบลดหนี้หรือใบคืนเงิน');
    await shop.me.press('ออกใบนี้', { title: 'credit_note', vat: 'split', vatAmount: 'เจ็ด', amount: '107', reason: '' });
    expect(shop.me.page.status).toBe(422);
    expect(text()).toContain('บอกว่าคืนเงินเพราะอะไร');
    expect(shop.me.page.$('input[name=amount]').val()).toBe('107');
    await shop.me.press('ออกใบนี้', { vatAmount: '7', reason: 'แตกไปหนึ่งชิ้น' });
    expect(text()).toContain('CN69-0001');
    expect(text()).toContain('(หนึ่งร้อยเจ็ดบาทถ้วน)');
    expect(text()).toContain(`ยอดเดิมในใบเสร็จ฿${(total / 100).toLocaleString('en')}`);
    expect(text()).toContain('อ้างถึงใบเสร็จRC69-0001');
  });

  it('stands once for each refund, is cancelled and made anew, and reaches its buyer when it is sent', async () => {
    const { path } = shop.me.page;
    const note = new URL(path, shop.me.base).pathname;
    const refund = (await told('credit_note.issued'))[0]?.refundId.split(':')[1];
    const form = `${shop.money}/credit-notes/for/${refund}`;
    await shop.me.visit(form);
    const words = { title: 'credit_note', vat: 'none', amount: '107', reason: 'แตก', vatAmount: '' };
    expect((await tap(tapIn(shop.me, form, words))).status).toBe(409);
    expect((await shop.me.visit(`/m/${shop.market}/purchases/${order}/credit-notes.html`)).status).toBe(404);
    await shop.me.visit(note);
    await shop.me.press('ยกเลิกใบนี้');
    expect(text()).toContain('ยังไม่ได้บอกผู้ซื้อเป็นเอกสาร');
    await shop.me.visit(form);
    await shop.me.press('ออกใบนี้', { ...words, vat: 'split', vatAmount: '7' });
    expect(text()).toContain('CN69-0002');
    await shop.me.press('ส่งให้ผู้ซื้อ');
    expect(await told('credit_note.sent')).toHaveLength(1);
    await shop.me.visit(`/m/${shop.market}/notifications`);
    await shop.me.press('ร้านส่งใบคืนเงิน CN69-0002 ของคำสั่งซื้อ TL-0001 แล้ว');
    expect(shop.me.page.$('.paper-a5').text()).toContain('CN69-0002');
    expect((await shop.me.visit(`${shop.money}/credit-notes/for/ldt_none`)).status).toBe(404);
    expect((await shop.me.visit(`${shop.money}/credit-notes/cdn_none`)).status).toBe(404);
  });

  it('is the paper of the refund in the book, and lowers what she owes the state', async () => {
    const receipt = (await told('receipt.issued'))[0]?.objectId;
    await enter(`receipt:${receipt}`, { way: 'in', category: 'sale', amount: baht(total), vat: baht(vatOf(total)) });
    const [, note] = await told('credit_note.issued');
    await enter(`credit_note:${note?.objectId}`, { category: 'refund', amount: '107', vat: '7' });
    expect((await told('book_line.saved')).at(-1)).toMatchObject({ amountSatang: 10_700, vatSatang: 700 });
    await enter('paper:boxes', { category: 'packing', amount: '107', vat: '7' });
    await go('books/vat');
    expect(text()).toContain('ภาษีขาย');
    const due = vatOf(total) - 700 - 700;
    expect(text().replaceAll(',', '')).toContain(`VAT ที่ต้องส่ง฿${baht(due).replace(/\.00$/, '')}`);
    await go('books/result');
    const profit = total - vatOf(total) - 10_000 - 10_000;
    expect(text().replaceAll(',', '')).toContain(`รวมรายรับ฿${baht(total - vatOf(total)).replace(/\.00$/, '')}`);
    await shop.me.press('ส่งผลของงวดนี้', { result: 'profit', amount: baht(profit) });
    expect((await told('profit.submitted')).at(-1)).toMatchObject({ profitSatang: profit });
  });

  it('refuses VAT that cannot be: all of a sum, a word, or the household’s', async () => {
    for (const [vat, purse, words] of [
      ['60', 'shop', 'VAT ต้องน้อยกว่าจำนวนเงินของรายการ'],
      ['x', 'shop', 'ใส่จำนวน VAT เป็นบาท'],
      ['1', 'household', 'เงินของบ้านไม่มี VAT ของร้าน'],
    ] as const) {
      await enter('', { category: 'other_expense', amount: '60', vat, purse });
      expect(shop.me.page.status).toBe(422);
      expect(text()).toContain(words);
    }
  });

  it('lets a line tell of money without a receipt, and has its paper once a voucher is written', async () => {
    await go('books');
    expect(text()).toContain('จดไว้ ไม่มีใบเสร็จ ค่าวินมอเตอร์ไซค์');
    await enter('memo:ride', { category: 'shipping', amount: '60' });
    expect((await told('book_line.saved')).at(-1)).toMatchObject({ documentId: null, eventId: 'paper:ride' });
    await go('books');
    await shop.me.press('ทำใบรับรองแทนใบเสร็จ');
    await shop.me.press('ทำใบรับรองนี้', { payee: '', reason: '' });
    expect(shop.me.page.status).toBe(422);
    expect(text()).toContain('ใส่ว่าจ่ายให้ใคร');
    await shop.me.press('ทำใบรับรองนี้', { payee: 'คนขับวิน', reason: 'ไม่มีใบเสร็จให้' });
    expect(text()).toContain('RV69-0001');
    expect(text()).toContain('(หกสิบบาทถ้วน)');
    await go('books');
    expect(text()).toContain('ใบรับรองแทนใบเสร็จรับเงิน RV69-0001');
    await shop.me.press('ค่าส่งของ');
    expect(shop.me.page.$('option[selected][value^="voucher:"]')).toHaveLength(1);
    await shop.me.visit(`${shop.money}/papers/boxes`);
    expect(text()).toContain('ใบกำกับภาษีเต็มรูป');
    expect(shop.me.page.$('form[action$="/voucher"]')).toHaveLength(0);
  });
});
