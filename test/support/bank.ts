import type { Place } from './place.js';
import type { Visitor } from './visitor.js';

/** Has the seller take transfers in her own account, tried with the bank's test credit. */
export async function takeTransfers(me: Visitor, market: string): Promise<void> {
  await me.visit(`/m/${market}/shop/payments`);
  await me.press('บันทึก', { use_bank_transfer: '1', use_promptpay: '1' });
  await me.visit(`/m/${market}/money/account`);
  await me.press('ใช้บัญชีนี้', { kind: 'own' });
  await me.press('ลองรับเงิน');
  await me.press('เปิดดูรายการล่าสุด');
  const amount = /เงินเข้า ฿?(\d\.\d\d)/.exec(me.page.$('main').text().replace(/\s+/g, ' '))?.[1] ?? '';
  await me.visit(`/m/${market}/money/account`);
  await me.press('ตรงกัน ใช้บัญชีนี้', { amount });
  if (!me.page.$('main').text().includes('บัญชีพร้อมรับเงินแล้ว')) throw new Error(`The account was not taken: ${amount}`);
}

/** Something that a scenario's timeline would hold, in a market that is open already. `at` is market time; `entry` its place. */
export async function plan(
  place: Pick<Place, 'raw'>,
  market: string,
  at: string,
  entry: number,
  inject: object,
): Promise<void> {
  await place.raw.insert('due_event', {
    id: `due_${market}.1.0.${500 + entry}`,
    sandboxId: market,
    generation: 1,
    dueAt: at,
    verb: 'scenario.inject',
    payload: JSON.stringify({ entry, day: Number(at.slice(8, 10)) - 1, hour: 9, ...inject }),
  });
}
