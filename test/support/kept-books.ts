import { tap, tapIn } from './taps.js';
import { deliver, type MoneyShop, moneyShop, type Seen, sell } from './week-of-money.js';

/** A shop whose seller keeps its books and is paid out, and the pages on which she does. */
export async function keptBooks(place: Seen): Promise<MoneyShop & { pages: string[] }> {
  const shop = await moneyShop(place);
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
  await me.visit(`${money}/books/lines/new?document=paper:yarn`);
  const yarn = { way: 'out', purse: 'shop', category: 'materials', amount: '600.50', day: '2/11/2569' };
  await me.press('บันทึกรายการ', yarn);
  const line = me.page.$(`main a[href^="${money}/books/lines/bkl"]`).attr('href') ?? '';
  await me.visit(`${money}/books`);
  const refund = me.page.$(`main a[href^="${money}/refunds/"]`).attr('href') ?? '';
  await deliver(shop, sold, 9);
  await me.visit(`${money}/payouts`);
  const payout = me.page.$(`main a[href^="${money}/payouts/"]`).last().attr('href') ?? '';
  const atDoor = await sell(place, shop, 'cod');
  const week = '?from=2026-11-02';
  return {
    ...shop,
    pages: [
      money,
      ...['receipts', `receipts/for/${transferred}`].map((page) => `${money}/${page}`),
      receipt,
      `${receipt}/print.html`,
      `/m/${market}/purchases/${carded}/sales-receipt.html`,
      ...[`books${week}`, 'books/lines/new', 'books/opening', `books/result${week}`, 'papers/school'].map(
        (page) => `${money}/${page}`,
      ),
      line,
      refund,
      ...[`matching${week}`, 'payouts', 'cod', 'forecast', 'account', 'statement'].map((page) => `${money}/${page}`),
      payout,
      ...['', '/cod'].map((page) => `/m/${market}/orders/${atDoor}${page}`),
    ],
  };
}

/** The seller says no to a paid order: its money goes back. */
async function giveBack({ me, market }: MoneyShop, order: string): Promise<void> {
  const page = `/m/${market}/orders/${order}`;
  await me.visit(page);
  await tap(tapIn(me, `${page}/refusal`, { reason: 'ของหมด' }));
}
