import { paidOrder } from './paid-order.js';
import { type SmallShop, smallShop } from './small-shop.js';

/** A shop whose seller keeps its books, and the pages on which she does. */
export async function keptBooks(base?: string): Promise<SmallShop & { pages: string[] }> {
  const shop = await smallShop(base);
  const { me, market } = shop;
  const money = `/m/${market}/money`;
  const [sent = '', open = ''] = [await paidOrder(shop), await paidOrder(shop)].map((href) => href.split('/').at(-1));
  await me.visit(`${money}/receipts/for/${sent}`);
  await me.press('ออกใบเสร็จนี้', { title: 'receipt', vat: 'none', total: '165' });
  const receipt = new URL(me.page.path, me.base).pathname;
  await me.press('ส่งให้ผู้ซื้อ');
  return {
    ...shop,
    pages: [
      money,
      `${money}/receipts/for/${open}`,
      receipt,
      `${receipt}/print.html`,
      `/m/${market}/purchases/${sent}/sales-receipt.html`,
    ],
  };
}
