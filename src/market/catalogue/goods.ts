import { z } from 'zod';
import { DAY } from '../../shared/clock.js';
import { readSeedFile, seedFilesIn } from '../../shared/seed-file.js';
import type { AttributeValues } from './attribute-problems.js';
import { bothLanguages, slug } from './category-schema.js';

const satang = z.int().positive();
const optionSchema = z.strictObject({
  key: slug,
  name: bothLanguages,
  values: z.array(z.strictObject({ key: slug, label: bothLanguages })).min(2),
});

const variantSchema = z.strictObject({
  sku: z.string().regex(/^[A-Z0-9-]+$/),
  /** The key of the option's value; absent where the goods have no option. */
  value: slug.optional(),
  /** Satang. */
  price: satang,
  /** The lowest and the highest price in satang that the market finds right. */
  fair: z.tuple([satang, satang]),
  /** Grams, packed. */
  weight: z.int().positive(),
  /** Width, depth, height of the parcel in millimetres. */
  size: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]),
  /** Pieces on the shelf when the market opens. */
  stock: z.int().min(0),
});

/** Which drawing shows something, and in which colours. */
export const pictureSchema = z.strictObject({ kind: slug, palette: slug.optional() });

const goodsSchema = z.strictObject({
  key: slug,
  category: slug,
  /** Categories in which a listing of these goods is right. */
  accepted: z.array(slug).min(1),
  province: z.string(),
  unit: bothLanguages,
  prepareDays: z.int().positive(),
  madeToOrder: z.boolean().default(false),
  title: bothLanguages,
  description: bothLanguages,
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  option: optionSchema.optional(),
  variants: z.array(variantSchema).min(1),
  /** Words of which a right title holds one. */
  kindNouns: z.array(z.string()).min(1),
  /** Words that shoppers type for these goods. */
  synonyms: z.array(z.string()),
  picture: pictureSchema,
});

/** A community product that a persona sells, as data: texts in both languages, prices in satang, sizes in mm. */
export type Goods = z.infer<typeof goodsSchema>;
export type GoodsVariant = z.infer<typeof variantSchema>;

let goods: Map<string, Goods> | undefined;

/** All goods by key; read once. Throws an Error that names file, line and field. */
export function loadGoods(): Map<string, Goods> {
  if (goods) return goods;
  const file = z.strictObject({ goods: z.array(goodsSchema) });
  const all = seedFilesIn('goods').flatMap((path) => readSeedFile(path, file).goods);
  goods = new Map(all.map((entry) => [entry.key, entry]));
  if (goods.size !== all.length) throw new Error('seeds/goods: two goods share a key.');
  return goods;
}

/** Goods by key. Throws for a key that no seed has. */
export function getGoods(key: string): Goods {
  const found = loadGoods().get(key);
  if (!found) throw new Error(`No goods with the key "${key}" in seeds/goods.`);
  return found;
}

/**
 * The attributes as they stand on the label of a lot made on `madeOn`, a Bangkok day such as 2026-11-24: what keeps for
 * some days expires that many days later.
 */
export function attributesOfLot(entry: Goods, madeOn: string): AttributeValues {
  const days = entry.attributes.shelfLifeDays;
  if (typeof days !== 'number') return entry.attributes;
  const expiry = new Date(Date.parse(`${madeOn}T00:00:00Z`) + days * DAY);
  return { ...entry.attributes, expiryDate: expiry.toISOString().slice(0, 10) };
}
