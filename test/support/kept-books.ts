import { untilNone } from './place.js';
import { tap, tapIn } from './taps.js';
import { BOOKS, deliver, type MoneyShop, moneyShop, type Seen, sell } from './week-of-money.js';

/** Also what a registered shop takes VAT off for, and what went out without a receipt. */
const PAPERS = [
  ...BOOKS.papers,
  {
    ...{ key: 'ride', day: 1, kind: 'expense', amountSatang: 6_000, proof: 'none' },
    title: { th: 'ค่าวินมอเตอร์ไซค์', en: 'Motorcycle taxi' },
    text: { th: 'ให้คนขับเอาของไปส่งไปรษณีย์ ไม่มีใบเสร็จ', en: 'A rider took the goods to the post. No receipt' },
  },
  {
    ...{ key: 'labels', day: 1, kind: 'expense', amountSatang: 10_700, proof: 'full_tax_invoice' },
    title: { th: 'ใบกำกับภาษีร้านพิมพ์ฝึก', en: 'Tax invoice of the printer' },
    text: { th: 'ฉลาก 200 ดวง ออกในชื่อร้าน', en: "Two hundred labels, in the shop's name" },
  },
];

/** A shop whose seller keeps its books and is paid out, and the pages on which she does. */
export async function keptBooks(place: Seen): Promise<MoneyShop & { pages: string[] }> {
  const shop = await moneyShop(place, { ...BOOKS, papers: PAPERS });
  const { me, market, money } = shop;
  const sold = [
    await sell(place, shop, 'card'),
    await sell(place, shop, 'bank_transfer'),
    await sell(place, shop, 'cod'),
  ];
  const [carded = '', transferred = ''] = sold;
  await giveBack(shop, await sell(place, shop, 'card'));
  await me.visit(`${money}/receipts/for/${carded}`);
  await me.press('ออกใบเสร็จนี้', { title: 'tax_invoice', vat: 'split', vatAmount: '20', total: '500' });
  const receipt = new URL(me.page.path, me.base).pathname;
  await me.press('ส่งให้ผู้ซื้อ');
  const note = await noteOf(place, shop, carded);
  await me.visit(`${money}/books/lines/new?document=paper:yarn`);
  const yarn = { way: 'out', purse: 'shop', category: 'materials', amount: '600.50', day: '2/11/2569' };
  await me.press('บันทึกรายการ', yarn);
  const line = me.page.$(`main a[href^="${money}/books/lines/bkl"]`).attr('href') ?? '';
  const voucher = await voucherOf(shop);
  await me.visit(`${money}/books/lines/new?document=paper:labels`);
  await me.press('บันทึกรายการ', { ...yarn, category: 'packing', amount: '107', vat: '7' });
  await me.visit(`${money}/books`);
  const refund = me.page.$(`main a[href^="${money}/refunds/"]`).attr('href') ?? '';
  await deliver(shop, sold, 9);
  await me.visit(`${money}/payouts`);
  const payout = me.page.$(`main a[href^="${money}/payouts/"]`).last().attr('href') ?? '';
  const week = '?from=2026-11-02';
  return {
    ...shop,
    pages: [
      money,
      ...['receipts', `receipts/for/${transferred}`].map((page) => `${money}/${page}`),
      receipt,
      `${receipt}/print.html`,
      `/m/${market}/purchases/${carded}/sales-receipt.html`,
      `/m/${market}/purchases/${carded}/credit-notes.html`,
      note,
      note.replace(/cdn_.*/, (id) => `${id}/print.html`),
      voucher,
      ...['papers/ride', 'papers/labels', `books/vat${week}`].map((page) => `${money}/${page}`),
      ...[`books${week}`, 'books/lines/new', 'books/opening', `books/result${week}`, 'papers/school'].map(
        (page) => `${money}/${page}`,
      ),
      line,
      refund,
      ...[`matching${week}`, 'payouts', 'cod', 'forecast', 'account', 'statement'].map((page) => `${money}/${page}`),
      payout,
    ],
  };
}

/** The seller says no to a paid order: its money goes back. */
async function giveBack({ me, market }: MoneyShop, order: string): Promise<void> {
  const page = `/m/${market}/orders/${order}`;
  await me.visit(page);
  await tap(tapIn(me, `${page}/refusal`, { reason: 'ของหมด' }));
}

/** A part of a card sale goes back, and its buyer has a paper of it. */
async function noteOf({ raw }: Seen, { me, market, money }: MoneyShop, order: string): Promise<string> {
  const page = `/m/${market}/orders/${order}/refund`;
  await me.visit(page);
  await tap(tapIn(me, page, { amount: '107', reason: 'แตกไปหนึ่งชิ้น' }));
  // The order that she had refused before went back as a whole.
  const posted = `SELECT "id" FROM "ledger_transaction" WHERE "market" = '${market}.1' AND "kind" = 'refunded'`;
  await untilNone(async () => ((await raw.ask(posted)).length > 1 ? [] : [order]), 20);
  await me.visit(`${money}/receipts`);
  await me.press('ออกใบลดหนี้หรือใบคืนเงิน');
  await me.press('ออกใบนี้', { title: 'credit_note', vat: 'split', vatAmount: '7', amount: '107', reason: 'แตกไปหนึ่งชิ้น' });
  const note = new URL(me.page.path, me.base).pathname;
  await me.press('ส่งให้ผู้ซื้อ');
  return note;
}

/** The ride has its paper. */
async function voucherOf({ me, money }: MoneyShop): Promise<string> {
  await me.visit(`${money}/papers/ride`);
  await me.press('ทำใบรับรองนี้', { payee: 'คนขับวิน', reason: 'คนขับไม่มีใบเสร็จให้' });
  return new URL(me.page.path, me.base).pathname;
}
