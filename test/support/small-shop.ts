import { Visitor } from './visitor.js';

export interface SmallShop {
  me: Visitor;
  market: string;
  product: string;
}

/** A preview of the first sale whose learner has an open shop with one product: 120 baht and three pieces of each choice. */
export async function smallShop(base?: string): Promise<SmallShop> {
  const me = new Visitor(base);
  await me.visit('/');
  await me.press('ลองเป็นผู้สอน');
  await me.visit('/exercises');
  await me.pressIn('/exercises/first-sale/preview', { seed: 'small-shop' });
  const market = /\/m\/([a-z0-9]+)/.exec(me.page.html)?.[1];
  if (!market) throw new Error(`No market on ${me.page.path}`);
  await openShop(me, market, 'ร้านส่งไว');
  return { me, market, product: await sellOne(me, market) };
}

/** Names and opens a shop whose other settings its market gives. */
export async function openShop(me: Visitor, market: string, name: string): Promise<void> {
  await me.visit(`/m/${market}/shop/profile`);
  await me.press('บันทึก', { name, description: 'ของทำเองส่งทุกวัน' });
  await me.visit(`/m/${market}/shop`);
  await me.press('เปิดร้าน');
}

/** Lists one product at 120 baht with three pieces of each choice and answers its id. */
export async function sellOne(me: Visitor, market: string): Promise<string> {
  await me.visit(`/m/${market}/products/new`);
  await me.press(me.page.$('button[name=goodsKey]').first().text());
  const path = new URL(me.page.path, me.base).pathname;
  const words = {
    title: 'ของดีประจำบ้าน ทำเอง 50 กรัม',
    description: 'ทำสดทุกเช้า',
    categoryId: 'drink-tea',
    extra: 'none',
  };
  await me.press('บันทึก', { ...words, ...all(me, 'price_', '120') });
  await me.press('ลงขาย');
  await me.visit(path);
  await me.pressIn(`${path}/stock`, all(me, 'stock_', '3'));
  return path.split('/').at(-1) ?? '';
}

/** Counts the shelf anew: so many pieces of each choice. */
export async function shelve({ me, market, product }: SmallShop, pieces: number): Promise<void> {
  const path = `/m/${market}/products/${product}`;
  await me.visit(path);
  await me.pressIn(`${path}/stock`, all(me, 'stock_', String(pieces)));
}

/** The same value in every field whose name begins so. */
function all(me: Visitor, start: string, value: string): Record<string, string> {
  const names = me.page
    .$(`input[name^=${start}]`)
    .map((_i, input) => me.page.$(input).attr('name') ?? '')
    .get();
  return Object.fromEntries(names.map((name) => [name, value]));
}
