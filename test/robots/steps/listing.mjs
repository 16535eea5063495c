import { thai } from '../thai-words.mjs';
import { readTray } from '../what-she-reads.mjs';
import { ask } from './ask.mjs';

/** @type {import('./ask.mjs').Step} */
export const chooseTheGoods = {
  name: 'choose the goods',
  act: async (me) => {
    await me.follow(thai('common.products'));
    await me.send(me.sheet.title);
    me.listing = me.page.path;
  },
};

/** A good picture of those that lie ready, for what it shows. @returns {import('./ask.mjs').Step} */
const usePicture = (role) => ({
  name: `use a picture of the ${role}`,
  act: async (me) => {
    if (!me.page.path.endsWith('/photos')) await me.visit(me.page.linksStarting(thai('products.photos'))[0]);
    const picture = readTray(me.page).find((each) => each.isGood && each.role === role);
    if (!picture) throw new Error(`No good picture shows the ${role}.`);
    const button = thai('products.tray_use').replace('{{number}}', picture.number);
    await me.send(`${button} ${thai(`products.role_${role}`)}`, [ask('products.own_photo', true)]);
  },
});

export const addFront = usePicture('front');
export const addDetail = usePicture('detail');
export const addScale = usePicture('scale');

const goToListing = async (me) => {
  if (me.page.path !== me.listing) await me.visit(me.listing);
};

/** The fields of a category come only after it was saved. @type {import('./ask.mjs').Step} */
export const chooseCategory = {
  name: 'choose the category',
  go: goToListing,
  press: 'common.save',
  answers: ({ sheet }) => [ask('products.category', sheet.category)],
};

/** @type {import('./ask.mjs').Step} */
export const describeTheGoods = {
  name: 'describe the goods',
  go: goToListing,
  press: 'common.save',
  answers: ({ sheet }) => [
    ask('products.title', sheet.title),
    ask('products.description', sheet.description),
    ...sheet.label.map(({ term, words }) => ({ key: term, label: term, answer: words })),
    ask('products.unit', sheet.unit),
    ask('products.extra_none', true, thai('products.extra')),
    ...sheet.measured.flatMap(choiceAnswers),
  ],
};

function choiceAnswers({ option, price, weight, size: [width, length, height] }) {
  return [
    ask('products.variant_price', price, option),
    ask('products.variant_weight', weight, option),
    ask('products.variant_length', length, option),
    ask('products.variant_width', width, option),
    ask('products.variant_height', height, option),
  ];
}

/** @type {import('./ask.mjs').Step} */
export const countTheStock = {
  name: 'count the stock',
  go: goToListing,
  press: 'products.stock_save',
  answers: ({ sheet }) => sheet.counted.map(({ option, pieces }) => ({ key: option, label: option, answer: pieces })),
};

/** @type {import('./ask.mjs').Step} */
export const putOnSale = { name: 'put it on sale', go: goToListing, press: 'products.publish' };
