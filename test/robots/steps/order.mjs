import { thai } from '../thai-words.mjs';
import { readOrder, readTracking } from '../what-she-reads.mjs';
import { ask } from './ask.mjs';

const MOST_MORNINGS = 3;

/** Back to her task's page and on to the next market day; it shows her orders. */
export async function letADayPass(me) {
  await me.visit(me.attempt);
  await me.send(thai('simulation.next_morning'));
}

/** Reads an order, so that she can pack it. */
export async function openOrder(me, path) {
  await me.visit(path);
  me.orderPage = me.page.path;
  me.order = readOrder(me.page);
}

/** @type {import('./ask.mjs').Step} */
export const goOnToTheMorning = { name: 'go on to the morning', act: letADayPass };

/** @type {import('./ask.mjs').Step} */
export const waitForAnOrder = {
  name: 'wait for an order',
  act: async (me) => {
    const start = thai('orders.number').replace(/\{\{.*/, '');
    for (let morning = 1; morning <= MOST_MORNINGS; morning += 1) {
      await letADayPass(me);
      const [first] = me.page.linksStarting(start);
      if (!first) continue;
      return openOrder(me, first);
    }
    throw new Error(`Nobody ordered in ${MOST_MORNINGS} days.`);
  },
};

const onOrder = async (me) => {
  if (me.page.path !== me.orderPage) await me.visit(me.orderPage);
};

/** @type {import('./ask.mjs').Step} */
export const acceptIt = { name: 'accept the order', go: onOrder, press: 'orders.accept' };

/** @type {import('./ask.mjs').Step} */
export const writeTheDocument = {
  name: 'write the sales document',
  go: onOrder,
  press: 'parcels.save_document',
  answers: ({ card, order }) => [
    ask('parcels.seller', card.name),
    ask('parcels.buyer', order.name),
    ask('parcels.date', order.placedOn),
    ...order.items.flatMap(({ words, sku, quantity }) => [
      { key: 'parcels.tick_items', label: words, answer: true },
      { key: 'parcels.quantity_of', label: `${thai('parcels.quantity_of')} ${sku}`, answer: quantity },
    ]),
    ask('parcels.total', order.total),
    ask('parcels.language', thai('parcels.language_th')),
    ask('parcels.placement', thai('parcels.inside')),
  ],
};

/** @type {import('./ask.mjs').Step} */
export const makeTheLabel = {
  name: 'make the label',
  go: onOrder,
  press: 'parcels.save_label',
  answers: ({ order: { name, phone, address } }) => [
    ask('parcels.to_name', name),
    ask('parcels.to_phone', phone),
    ask('parcels.line', address.line),
    ask('parcels.sub_district', address.subDistrict),
    ask('parcels.district', address.district),
    ask('parcels.province', address.province),
    ask('parcels.postcode', address.postcode),
  ],
};

/** @type {import('./ask.mjs').Step} */
export const packIt = { name: 'pack the box', go: onOrder, press: 'parcels.pack' };

/** @type {import('./ask.mjs').Step} */
export const handItOver = { name: 'hand it over', go: onOrder, press: 'parcels.hand_over' };

/** @type {import('./ask.mjs').Step} */
export const enterTheNumber = {
  name: 'enter the tracking number',
  go: onOrder,
  press: 'parcels.save_tracking',
  answers: ({ page }) => [ask('parcels.tracking_label', readTracking(page))],
};

/** @type {import('./ask.mjs').Step} */
export const tellTheBuyer = {
  name: 'tell the buyer',
  go: onOrder,
  press: 'messages.send',
  answers: ({ page }) => [ask('messages.body', `ส่งของแล้วค่ะ เลขพัสดุ ${readTracking(page)}`)],
};
