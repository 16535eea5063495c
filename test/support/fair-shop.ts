import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { photoFile } from './photo.js';
import { Visitor } from './visitor.js';

/** A learner's open shop with one listing of her persona's goods, in a market of her own. */
export interface FairShop {
  me: Visitor;
  market: string;
  /** The page of her attempt, and of her listing. */
  attempt: string;
  product: string;
}

export interface Wanted {
  seed: string;
  /** Percent of what the goods usually cost; 100 unless told. */
  pricePercent?: number;
  photos?: number;
  exercise?: string;
  base?: string;
}

interface Goods {
  key: string;
  category: string;
  title: { th: string };
  description: { th: string };
  unit: { th: string };
  attributes: Record<string, string | number | string[]>;
  variants: Array<{ price: number; weight: number; size: [number, number, number] }>;
}

const GOODS = readdirSync('seeds/goods').flatMap(
  (file) => (parse(readFileSync(`seeds/goods/${file}`, 'utf8')) as { goods: Goods[] }).goods,
);
const ROLES = ['front', 'detail', 'scale'];

/** A preview of the first sale whose learner has done well so far: an open shop, a complete listing at a fair price, stock on the shelf. */
export async function fairShop({ seed, base, exercise = 'first-sale', ...listing }: Wanted): Promise<FairShop> {
  const me = new Visitor(base);
  await me.visit('/');
  await me.press('ลองเป็นผู้สอน');
  await me.visit('/exercises');
  await me.pressIn(`/exercises/${exercise}/preview`, { seed });
  const attempt = new URL(me.page.path, me.base).pathname;
  const market = /\/m\/([a-z0-9]+)/.exec(me.page.html)?.[1];
  if (!market) throw new Error(`No market on ${me.page.path}`);
  return { me, market, attempt, product: await fillShop(me, market, listing) };
}

/** Opens a shop in this market with such a listing; answers the listing's page. */
export async function fillShop(
  me: Visitor,
  market: string,
  { pricePercent = 100, photos = 3 }: Pick<Wanted, 'pricePercent' | 'photos'> = {},
): Promise<string> {
  const name = { name: 'เรือนทดลองของนวล', description: 'ของทำเองจากบ้าน ส่งทุกวันจันทร์ถึงเสาร์', licence: 'own' };
  await me.upload(`/m/${market}/shop/profile`, 'บันทึก', name, { image: await photoFile() });
  await me.visit(`/m/${market}/shop`);
  await me.press('เปิดร้าน');
  await me.visit(`/m/${market}/products/new`);
  const goodsKey = me.page.$('button[name=goodsKey]').first().attr('value') ?? '';
  await me.press(me.page.$('button[name=goodsKey]').first().text());
  const path = new URL(me.page.path, me.base).pathname;
  const goods = GOODS.find(({ key }) => key === goodsKey);
  if (!goods) throw new Error(`No goods "${goodsKey}" in seeds/goods.`);
  await me.pressIn(path, { categoryId: goods.category });
  await me.visit(path);
  await me.pressIn(path, listingFields(me, goods, pricePercent));
  await me.visit(path);
  await me.pressIn(
    `${path}/stock`,
    all(me, 'stock_', () => '20'),
  );
  for (const role of ROLES.slice(0, photos))
    await me.upload(`${path}/photos`, 'เพิ่มภาพนี้', { role, licence: 'own' }, { photo: await photoFile() });
  await me.visit(path);
  await me.press('ลงขาย');
  return path;
}

function listingFields(me: Visitor, goods: Goods, pricePercent: number): Record<string, string> {
  const { title, description, unit, attributes, variants } = goods;
  const words: Record<string, string> = { title: title.th, description: description.th, unit: unit.th, extra: 'none' };
  for (const [key, value] of Object.entries(attributes)) words[`attribute_${key}`] = [value].flat().join(', ');
  if ('shelfLifeDays' in attributes) words.attribute_expiryDate = '2027-06-30';
  const of = (read: (variant: Goods['variants'][number]) => number) => (at: number) =>
    String(read(variants[at] ?? (variants[0] as Goods['variants'][number])));
  return {
    ...words,
    ...all(
      me,
      'price_',
      of(({ price }) => Math.round((price * pricePercent) / 10_000)),
    ),
    ...all(
      me,
      'weight_',
      of(({ weight }) => weight),
    ),
    ...all(
      me,
      'width_',
      of(({ size }) => size[0]),
    ),
    ...all(
      me,
      'length_',
      of(({ size }) => size[1]),
    ),
    ...all(
      me,
      'height_',
      of(({ size }) => size[2]),
    ),
  };
}

/** A value for every field whose name begins so, by its place. */
function all(me: Visitor, start: string, value: (at: number) => string): Record<string, string> {
  const names = me.page
    .$(`input[name^=${start}]`)
    .map((_i, input) => me.page.$(input).attr('name') ?? '')
    .get();
  return Object.fromEntries(names.map((name, at) => [name, value(at)]));
}
