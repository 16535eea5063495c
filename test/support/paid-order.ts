import { buy, cardTap } from './buying.js';
import type { SmallShop } from './small-shop.js';
import { tap } from './taps.js';

/** Buys from the shop and pays by card: answers the address of the order in the seller's queue once the money has come. */
export async function paidOrder({ me, market, product }: SmallShop, pieces = 1): Promise<string> {
  const orders = `/m/${market}/orders`;
  const before = hrefs(await queue());
  await tap(await cardTap(me, await buy(me, market, product, pieces)));
  for (let look = 0; look < 100; look += 1) {
    const [fresh] = hrefs(await queue()).filter((href) => !before.includes(href));
    if (fresh) return fresh;
  }
  throw new Error('The money never came.');

  async function queue() {
    return (await me.visit(orders)).$;
  }
  function hrefs($: (typeof me.page)['$']): string[] {
    return $(`main a[href^="${orders}/"]`)
      .map((_i, link) => $(link).attr('href'))
      .get();
  }
}
