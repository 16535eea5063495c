import { tidy } from './form.mjs';
import { thai } from './thai-words.mjs';

export const ZONES = ['bangkok', 'upcountry', 'island'];
const ROLES = ['front', 'detail', 'scale', 'label'];
/** Shorter pictures look coarse on a shelf. */
const CLEAR_PIXELS = 800;

/** @typedef {{ line: string, subDistrict: string, district: string, province: string, postcode: string }} Address */
/** @typedef {{ name: string, phone: string, address: Address, registration: string }} Card */

/**
 * Whom she plays, from the page of the attempt.
 * @param {import('./page.mjs').Page} page
 * @returns {Card}
 */
export function readCard(page) {
  return {
    name: page.beside(thai('practice.card_name')),
    phone: page.beside(thai('practice.card_phone')),
    address: {
      line: page.beside(thai('practice.card_line')),
      subDistrict: page.beside(thai('shops.sub_district')),
      district: page.beside(thai('shops.district')),
      province: page.beside(thai('shops.province')),
      postcode: page.beside(thai('shops.postcode')),
    },
    registration: page.beside(thai('practice.card_registration')),
  };
}

/**
 * An address in one line, as it is written in Thailand: the postcode last, before it province, district and sub-district.
 * @param {string} text
 * @returns {Address}
 */
export function readAddress(text) {
  const words = text.split(' ');
  const [subDistrict, district, province, postcode] = words.slice(-4);
  return { line: words.slice(0, -4).join(' '), subDistrict, district, province, postcode };
}

/**
 * What the seller reads of one order: for whom, what is in the box, for how much, and when it was placed.
 * @param {import('./page.mjs').Page} page
 */
export function readOrder(page) {
  const [name, phone, line, ...places] = linesBelow(page, thai('orders.buyer'));
  const placed = new RegExp(`${thai('orders.placed_at')} (\\d{1,2} \\S+ \\d{4})`).exec(page.text);
  if (!placed) throw new Error(`The order does not say when it was placed: ${page.text.slice(0, 300)}`);
  return {
    name,
    phone,
    address: readAddress([line, ...places].join(' ')),
    items: readItems(page),
    total: page.beside(thai('orders.total')).replace(/[฿,]/g, ''),
    placedOn: placed[1],
  };
}

/** The lines of the box: words, SKU and pieces. */
function readItems({ $ }) {
  const heading = $('h2').filter((_i, each) => tidy($(each).text()) === thai('orders.items'));
  const lines = heading.next('ul').find('li').toArray();
  return lines.map((line) => {
    const [, words, sku, quantity] = /^(.*) \(([A-Z0-9-]+)\) × (\d+)/.exec(tidy($(line).text())) ?? [];
    return { words, sku, quantity };
  });
}

/** The number on the slip that the counter gave her. */
export function readTracking({ $ }) {
  const line = $('p').filter((_i, each) => tidy($(each).text()).startsWith(thai('parcels.slip_number')));
  return tidy(line.first().find('strong').text());
}

function linesBelow({ $ }, heading) {
  const found = $('h2').filter((_i, each) => tidy($(each).text()) === heading);
  return (found.next('p').html() ?? '')
    .split(/<br\s*\/?>/)
    .map((line) => tidy($('<p>').html(line).text()))
    .filter(Boolean);
}

/**
 * The name of another shop, from what the market shows.
 * @param {import('./page.mjs').Page} page
 */
export function readNeighbour({ $ }) {
  const card = $('main li a[href*="/p/"]').first();
  return tidy(card.find('span').last().text()).split(' · ')[0];
}

/**
 * The carriers that she may choose, each with what it asks for a parcel to each zone.
 * @param {import('./page.mjs').Page} page
 */
export function readCarriers({ $ }) {
  const frames = $('fieldset:has(legend)').toArray();
  return frames.map((frame) => ({
    name: tidy($(frame).children('legend').text()),
    fees: Object.fromEntries(ZONES.map((zone) => [zone, priceBeside($, frame, thai(`shops.fee_${zone}`))])),
  }));
}

function priceBeside($, frame, label) {
  const field = $(frame)
    .find('label')
    .filter((_i, each) => tidy($(each).text()) === label)
    .parent();
  const price = /฿([\d,.]+)/.exec(field.parent().text());
  if (!price) throw new Error(`Nothing tells what the carrier asks for "${label}".`);
  return price[1].replaceAll(',', '');
}

/**
 * The pictures that lie ready, by what is seen on them: their number, and whether something is wrong with them.
 * @param {import('./page.mjs').Page} page
 */
export function readTray({ $ }) {
  return $('details:has(form) img')
    .toArray()
    .map((picture) => {
      const shown = $(picture).attr('alt');
      const { number, pixels } = numbersOf(tidy($(picture).closest('summary').text()));
      const role = ROLES.find((one) => shown.startsWith(thai(`products.tray_shows_${one}`)));
      const isGood = shown === thai(`products.tray_shows_${role}`) && Number(pixels) >= CLEAR_PIXELS;
      return { number, role, isGood };
    });
}

function numbersOf(words) {
  const [, number, pixels] = /(\d+)\D+(\d+)/.exec(words) ?? [];
  return { number, pixels };
}
