import { plan, takeTransfers } from './bank.js';
import { type FairShop, fairShop } from './fair-shop.js';
import { nextMorning } from './mornings.js';
import type { Place } from './place.js';

/** Buyers who pay at the door, in the order in which they come on the first day. */
export const BUYERS = {
  plain: { zone: 'upcountry' },
  islander: { zone: 'island' },
  short: { zone: 'bangkok', refusedBefore: 1, remits: 'short' },
  late: { zone: 'bangkok', remits: 'late' },
  refuser: { zone: 'bangkok', refusedBefore: 3, door: 'refuses' },
};
export type Buyer = keyof typeof BUYERS;
const COMMON = { pieces: 1, refusedBefore: 0, door: 'takes', remits: 'exact' };

export const TERMS = { use_cod: '1', codLimit: '20000', codArea: 'ไม่ส่งเกาะ', codInspection: 'เปิดดูได้' };
const CONDITIONS = { codZone_bangkok: '1', codZone_upcountry: '1', codRefusals: '๒' };

/** An open shop that takes transfers; too dear for the market's own shoppers. */
export async function doorShop(seed: string, base: string): Promise<FairShop> {
  const shop = await fairShop({ seed, base, pricePercent: 400 });
  await takeTransfers(shop.me, shop.market);
  return shop;
}

export interface AtDoor {
  id: string;
  number: string;
  totalSatang: string | number;
  commissionSatang: string | number;
  commissionVatSatang: string | number;
  paymentStatus: string;
  outside: string;
}

/** The shop has the courier collect, on conditions, and on the next morning each buyer has ordered. */
export async function ordersAtTheDoor(place: Pick<Place, 'raw'>, shop: FairShop): Promise<Record<Buyer, AtDoor>> {
  await shop.me.visit(`/m/${shop.market}/shop/payments`);
  await shop.me.press('บันทึก', { ...TERMS, ...CONDITIONS });
  for (const [at, params] of Object.values(BUYERS).entries()) {
    const inject = { kind: 'cod_order', params: { ...COMMON, ...params } };
    await plan(place, shop.market, `2026-11-02T0${3 + at}:00:00.000Z`, at, inject);
  }
  await nextMorning(shop);
  const asked = await place.raw.ask<AtDoor>(`SELECT o.*, c."outside" FROM "market_order" o
    JOIN "cod_order" c ON c."orderId" = o."id" WHERE o."market" = '${shop.market}.1' ORDER BY o."number"`);
  return Object.fromEntries(Object.keys(BUYERS).map((buyer, at) => [buyer, asked[at]])) as Record<Buyer, AtDoor>;
}
