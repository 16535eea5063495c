import { type Page, page } from '../../platform/web/answer.js';
import type { Problem } from '../../shared/refusal.js';
import { type Goods, loadGoods } from '../catalogue/goods.js';
import type { Standing } from '../sandboxes/market-access.service.js';

/** The goods that a seller of this market may list: her persona's, or all where nobody is cast. */
export function goodsOf({ sandbox }: Standing): Goods[] {
  const mine = sandbox.setup?.goods;
  return [...loadGoods().values()].filter(({ key }) => !mine || mine.includes(key));
}

/** Which of them a new listing is for. */
export function choicePage(standing: Standing, problems: Problem[]): Page {
  const goods = goodsOf(standing).map(({ key, title, province, unit }) => ({ key, title, province, unit }));
  return page(
    'market/products/new',
    { market: standing.sandbox.id, goods, isOne: goods.length === 1, problems },
    problems.length > 0 ? 422 : 200,
  );
}
