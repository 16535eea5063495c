import { shopPicture } from '../pictures.mjs';
import { thai } from '../thai-words.mjs';
import { readCarriers, ZONES } from '../what-she-reads.mjs';
import { ask } from './ask.mjs';

/** To the step of the shop's list that bears this name. */
const goTo = (key) => async (me) => {
  await goToShop(me);
  await me.visit(me.page.linkBeside(thai(key)));
};

/** By the bar at the bottom, or from the attempt by the way to its first task. */
async function goToShop(me) {
  if (me.page.path === me.attempt) await me.follow(thai('practice.go'));
  else if (!me.page.path.endsWith('/shop')) await me.follow(thai('common.shop'));
}

/** @type {import('./ask.mjs').Step} */
export const nameTheShop = {
  name: 'name the shop',
  go: goTo('shops.step_profile'),
  press: 'common.save',
  answers: ({ card, sheet }) => [
    ask('shops.name', `ร้านของ${card.name}`),
    ask('shops.description', `${sheet.title} จาก${card.address.province} ทำเองทุกขั้นตอน`),
    ask('shops.image', shopPicture()),
    ask('shops.licence_own', true),
  ],
};

/** @type {import('./ask.mjs').Step} */
export const tellWhoSells = {
  name: 'tell who sells',
  go: goTo('shops.step_contact'),
  press: 'common.save',
  answers: ({ card }) => [
    ask('shops.seller_name', card.name),
    ask('shops.phone', card.phone),
    ask('shops.address_line', card.address.line),
    ask('shops.sub_district', card.address.subDistrict),
    ask('shops.district', card.address.district),
    ask('shops.province', card.address.province),
    ask('shops.postcode', card.address.postcode),
    ask('shops.registration', card.registration),
  ],
};

/** @type {import('./ask.mjs').Step} */
export const setDelivery = {
  name: 'set the delivery',
  go: goTo('shops.step_delivery'),
  press: 'common.save',
  answers: ({ page }) => [ask('shops.preparation_days', '2'), ...readCarriers(page).slice(0, 2).flatMap(feesOf)],
};

/** What the carrier asks is what she asks. */
const feesOf = ({ name, fees }) => [
  ask('shops.use_method', true, name),
  ...ZONES.map((zone) => ask(`shops.fee_${zone}`, fees[zone], name)),
];

/** @type {import('./ask.mjs').Step} */
export const takePayments = {
  name: 'take payments',
  go: goTo('shops.step_payments'),
  press: 'common.save',
  answers: () => [ask('shops.pay_promptpay', true), ask('shops.pay_card', true)],
};

/** @type {import('./ask.mjs').Step} */
export const promiseReturns = {
  name: 'promise returns',
  go: goTo('shops.step_returns'),
  press: 'common.save',
  answers: () => [
    ask('shops.return_days', '7'),
    ask('shops.payer_seller', true, thai('shops.payerFault')),
    ask('shops.payer_buyer', true, thai('shops.payerNoFault')),
    ask('shops.return_contact', 'แชทของร้าน'),
    ask('shops.return_wording', 'ของเสียหรือไม่ตรงกับที่สั่ง ร้านรับเปลี่ยนหรือคืนเงิน'),
  ],
};

/** @type {import('./ask.mjs').Step} */
export const openTheShop = { name: 'open the shop', go: goToShop, press: 'shops.open' };
