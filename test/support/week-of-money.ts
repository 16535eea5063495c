import { takeTransfers } from './bank.js';
import { buy, cardTap } from './buying.js';
import { type FairShop, fairShop } from './fair-shop.js';
import { nextMorning } from './mornings.js';
import { sendParcel } from './parcel.js';
import { untilNone } from './place.js';
import type { Raw } from './raw-database.js';
import { tap, tapIn } from './taps.js';

/** What lies in the seller's envelope, and what she knows of the weeks to come. */
export const BOOKS = {
  vatNumber: 'ฝึก-0-0000-12345-67-0',
  opening: { cashSatang: 50_000, bankSatang: 120_000 },
  papers: [
    {
      ...{ key: 'yarn', day: 1, kind: 'expense', amountSatang: 60_050 },
      title: { th: 'ใบเสร็จร้านด้ายฝึก', en: 'Receipt of the yarn shop' },
      text: { th: 'ด้ายฝ้าย 3 ไจ ซื้อมาทอขาย', en: 'Three skeins of cotton for weaving' },
    },
    {
      ...{ key: 'school', day: 1, kind: 'drawing', amountSatang: 80_000 },
      title: { th: 'ใบเสร็จโรงเรียนฝึก', en: 'Receipt of the school' },
      text: { th: 'ค่าเทอมลูก จ่ายด้วยเงินสดของร้าน', en: 'School fees of the child, paid from the till' },
    },
  ],
  plan: [
    {
      ...{ key: 'rent', way: 'out', what: 'fixed', amountSatang: 90_000, day: 1, every: 'month' },
      title: { th: 'ค่าเช่าแผง', en: 'Rent of the stall' },
    },
  ],
};

/** An app, and its database from behind. */
export interface Seen {
  app: { url: string };
  raw: Raw;
}

export interface MoneyShop extends FairShop {
  /** The page below which everything about money is. */
  money: string;
}

/** A shop that takes money in four ways, with books as its market's makers give them. Too dear for the market's own shoppers. */
export async function moneyShop(place: Seen, books: object = BOOKS): Promise<MoneyShop> {
  const shop = await fairShop({ seed: 'week', base: place.app.url, pricePercent: 400 });
  const { me, market } = shop;
  const [row] = await place.raw.ask<{ setup: string }>(`SELECT "setup" FROM "sandbox" WHERE "id" = '${market}'`);
  const setup = JSON.stringify({ ...JSON.parse(row?.setup ?? '{}'), books }).replaceAll("'", "''");
  await place.raw.ask(`UPDATE "sandbox" SET "setup" = '${setup}' WHERE "id" = '${market}'`);
  await takeTransfers(me, market);
  await me.visit(`/m/${market}/shop/payments`);
  const cod = { use_cod: '1', codLimit: '20000', codArea: 'ทั่วไทย', codInspection: 'เปิดดูได้' };
  await me.press('บันทึก', { use_bank_transfer: '1', use_promptpay: '1', use_card: '1', ...cod });
  return { ...shop, money: `/m/${market}/money` };
}

/** Buys one piece of the shop's goods, by card, by transfer or at the door. Answers the order's id once it is under way. */
export async function sell(place: Seen, shop: MoneyShop, method: 'card' | 'bank_transfer' | 'cod'): Promise<string> {
  const { me, market, product } = shop;
  const group = await buy(me, market, product.split('/').at(-1) ?? '');
  if (method === 'card') await tap(await cardTap(me, group));
  else {
    await me.visit(group);
    await tap(tapIn(me, `${group}/payment`, { method }));
  }
  if (method === 'bank_transfer') {
    await me.visit(`${group}/transfer`);
    await me.press('โอนเงินฝึก', { how: 'exact' });
    await takeCredit(shop);
  }
  const status = method === 'cod' ? 'on_delivery' : 'captured';
  await untilNone(async () => ((await orderOf(place, group)).paymentStatus === status ? [] : [group]), 20);
  return (await orderOf(place, group)).id;
}

/** Looks at the statement and takes the newest credit for the newest order. */
async function takeCredit({ me, money }: MoneyShop): Promise<void> {
  await me.visit(`${money}/statement`);
  await me.press('เปิดดูรายการล่าสุด');
  await me.visit(me.page.$(`main a[href^="${money}/statement/"]`).first().attr('href') ?? '');
  const order = me.page.$('input[name=order]').first().attr('value') ?? '';
  const line = new URL(me.page.path, me.base).pathname;
  await me.pressIn(`${line}/match`, { order });
}

/** Sends the parcels of these orders and lets mornings come. */
export async function deliver(shop: MoneyShop, orders: readonly string[], mornings: number): Promise<void> {
  for (const order of orders) await sendParcel(shop.me, `/m/${shop.market}/orders/${order}`);
  for (let day = 0; day < mornings; day += 1) await nextMorning(shop);
}

interface OrderRow {
  id: string;
  number: string;
  paymentStatus: string;
  totalSatang: string | number;
}

async function orderOf({ raw }: Seen, group: string): Promise<OrderRow> {
  const [row] = await raw.ask<OrderRow>(`SELECT * FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`);
  if (!row) throw new Error(`${group} has no order.`);
  return row;
}
