import type { Visitor } from './visitor.js';

/** Presses "to the next morning" on the page of an attempt; the seller's orders are before her then. */
export async function nextMorning({ me, attempt }: { me: Visitor; attempt: string }): Promise<void> {
  await me.visit(attempt);
  await me.press('ไปเช้าวันถัดไป');
  if (me.page.status !== 200) throw new Error(`The morning answered ${me.page.status}: ${me.page.$('main').text()}`);
}
