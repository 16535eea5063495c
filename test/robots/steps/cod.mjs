import { thai } from '../thai-words.mjs';
import { readAtDoor, readOrderLinks } from '../what-cod-says.mjs';
import { ask } from './ask.mjs';

/** @typedef {import('../person.mjs').Person} Person */

export const RIGHTS = 'รับเก็บเงินปลายทางค่ะ เปิดดูของก่อนจ่ายได้ ถ้าไม่ตรงขอเงินคืนได้ภายใน 5 วัน';

/** Orders that are to be paid at the door get a yes with the buyer's rights, or a no. @type {import('./ask.mjs').Step} */
export const decideAtTheDoor = { name: 'decide what is paid at the door', act: (me) => decideAll(me, fits, RIGHTS) };

/** Whether an order keeps the shop's terms, as its page has them side by side. */
export const fits = ({ sum, most, zone, zones, refused, refusedLess }) =>
  sum <= most && zones.includes(zone) && refused < refusedLess;

/**
 * @param {Person} me
 * @param {(seen: ReturnType<typeof readAtDoor>) => boolean} takes
 * @param {string} words what the buyer is told
 */
export async function decideAll(me, takes, words) {
  await me.visit(`/m/${me.market}/orders`);
  const paths = readOrderLinks(me.page);
  let found = 0;
  for (const path of paths) {
    await me.visit(path);
    if (!me.page.text.includes(thai('cod.to_confirm'))) continue;
    found += 1;
    await me.visit(`${path}/cod`);
    const isTaken = takes(readAtDoor(me.page));
    if (isTaken) await me.send(thai('cod.confirm'), [ask('cod.words', words)]);
    await me.visit(path);
    if (isTaken) await me.send(thai('orders.accept'));
    else await me.send(thai('orders.refuse'), [ask('orders.reason', 'ไม่ตรงเงื่อนไขเก็บเงินปลายทางของร้าน')]);
  }
  if (found === 0) throw new Error('Nobody wants to pay at the door.');
}
