import { tidy } from './form.mjs';
import { thai } from './thai-words.mjs';

/** One choice as it was weighed and measured. @typedef {{ option: string, weight: string, size: string[], price: string }} Measured */
/** @typedef {{ title: string, description: string, category: string, unit: string, label: Array<{ term: string, words: string }>, measured: Measured[], counted: Array<{ option: string, pieces: string }> }} GoodsSheet */

/**
 * What lies beside the goods that she sells, from the page of the attempt.
 * @param {import('./page.mjs').Page} page
 * @returns {GoodsSheet}
 */
export function readGoodsSheet({ $ }) {
  const start = `${thai('practice.goods')}: `;
  const fold = $('summary').filter((_i, each) => tidy($(each).text()).startsWith(start));
  if (fold.length === 0) throw new Error(`The page tells nothing of "${start}".`);
  const below = (heading) =>
    fold
      .parent()
      .find('h3')
      .filter((_i, each) => tidy($(each).text()) === thai(heading))
      .next();
  const terms = readTerms($, below('practice.goods_label'));
  const named = (key) => terms.find(({ term }) => term === thai(key))?.words ?? '';
  return {
    title: tidy(fold.text()).slice(start.length),
    description: tidy(fold.parent().find('p').first().text()),
    category: named('products.category'),
    unit: named('products.unit'),
    label: terms.filter(({ term }) => term !== thai('products.category') && term !== thai('products.unit')),
    measured: below('practice.goods_measured')
      .children('li')
      .toArray()
      .map((line) => readMeasured($, $(line))),
    counted: below('practice.count_sheet')
      .children('li')
      .toArray()
      .map((line) => readCount(tidy($(line).text()))),
  };
}

const readTerms = ($, list) =>
  list
    .find('dt')
    .toArray()
    .map((term) => ({ term: tidy($(term).text()), words: tidy($(term).next('dd').text()) }));

function readMeasured($, line) {
  const terms = readTerms($, line.find('dl'));
  const told = (key) => terms.find(({ term }) => term === thai(key))?.words ?? '';
  return {
    option: tidy(line.children('strong').text()),
    weight: told('practice.goods_weight'),
    size: told('practice.goods_size').match(/\d+/g) ?? [],
    price: told('practice.goods_price').replace(/[฿,]/g, ''),
  };
}

/** A line of the count sheet: the choice, the pieces and what they are counted in. */
function readCount(line) {
  const [, option, pieces] = /^(.*): (\d+)/.exec(line) ?? [];
  return { option, pieces };
}
