import { tidy } from './form.mjs';
import { thai } from './thai-words.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const start = thai('orders.number').replace(/\{\{.*/, '');

/** The orders of the seller's queue. @param {Page} page */
export const readOrderLinks = (page) => [...new Set(page.linksStarting(start))];

/** An order to be paid at the door beside the shop's terms: sums in satang, times as numbers. @param {Page} page */
export function readAtDoor({ $ }) {
  const row = (key) => {
    const term = $('dt').filter((_i, each) => tidy($(each).text()) === thai(key));
    return term
      .nextAll('dd')
      .toArray()
      .map((each) => tidy($(each).text()));
  };
  const [sum, limit] = row('cod.collect');
  const [place, allowed] = row('cod.sends_to');
  const [refused, less] = row('cod.refused_before');
  const zones = ['bangkok', 'upcountry', 'island'].map((zone) => thai(`cod.zone_${zone}`));
  const isEverywhere = allowed.includes(thai('cod.everywhere'));
  return {
    sum: satangIn(sum),
    most: limit.includes(thai('cod.any_sum')) ? Number.POSITIVE_INFINITY : satangIn(limit),
    zone: zones.find((zone) => place.startsWith(zone)),
    zones: isEverywhere ? zones : listed(allowed, zones),
    refused: timesIn(refused) ?? 0,
    refusedLess: timesIn(less) ?? Number.POSITIVE_INFINITY,
  };
}

/** The zones stand first, parted by dots; the shop's own words follow. */
function listed(words, zones) {
  const after = words.slice(words.indexOf(':') + 1);
  const said = [];
  for (let rest = after.trim(); ; ) {
    const zone = zones.find((one) => rest.startsWith(one));
    if (!zone) return said;
    said.push(zone);
    rest = rest.slice(zone.length).trim();
    if (!rest.startsWith('·')) return said;
    rest = rest.slice(1).trim();
  }
}

const timesIn = (words) => {
  const found = /(\d+) ครั้ง/.exec(words);
  return found ? Number(found[1]) : null;
};

function satangIn(words) {
  const found = /฿([\d,]+(?:\.\d+)?)/.exec(words);
  if (!found) throw new Error(`No sum stands in "${words}".`);
  return Math.round(Number(found[1].replaceAll(',', '')) * 100);
}
