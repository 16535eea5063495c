import { z } from 'zod';
import { DELIVERY_ZONES } from '../../market/addresses/delivery-zone.js';
import { bothLanguages, slug } from '../../market/catalogue/category-schema.js';
import { pictureSchema } from '../../market/catalogue/goods.js';
import { PAYMENT_METHODS } from '../../market/shops/shop.js';
import { historySchema } from './history.js';
import { injectSchema } from './timeline.js';

const satang = z.int().positive();
const slugs = z.array(slug).min(1);
const range = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([low, high]) => low <= high, 'the lower number comes first');
const perZone = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ bangkok: schema, upcountry: schema, island: schema });

const productSchema = z.strictObject({
  key: slug,
  goods: slug,
  pricePercent: z.int().min(50).max(200),
  stock: z.int().positive(),
  /** Number of a certificate in the practice register. */
  certificate: z.string().optional(),
});

const shopSchema = z.strictObject({
  key: slug,
  /** The persona behind the counter, who lends address and phone. */
  seller: slug,
  name: bothLanguages,
  description: z.strictObject({ th: z.string().min(1) }),
  group: slug,
  /** The drawing in the shop's round picture. */
  sign: pictureSchema,
  products: z.array(productSchema).min(1),
});

const choiceSchema = z.strictObject({
  goods: slug,
  seller: slug,
  returnKind: z.enum(['ordinary', 'perishable', 'made_to_measure']),
  workCardDays: z.int().positive().optional(),
  counted: z.record(slug, range),
});

const trayPictureSchema = z.strictObject({
  key: slug,
  role: z.enum(['front', 'detail', 'scale', 'label']),
  /** Pictures of one seed and role look the same. */
  seed: slug,
  flaw: z.enum(['blurred', 'dark', 'watermark', 'no_consent']).optional(),
  repeats: slug.optional(),
  /** Pixels; 1200 unless told. */
  longEdge: z.int().min(200).max(1200).default(1200),
});

const carrierSchema = z.strictObject({
  key: slug,
  name: bothLanguages,
  tracked: z.boolean(),
  days: perZone(range),
  rates: perZone(z.array(z.strictObject({ upTo: z.int().positive(), price: satang })).min(1)),
});

/** What the market sets for a new shop where an exercise is about something else; amounts in satang. */
const shopDefaultsSchema = z.strictObject({
  preparationDays: z.int().positive(),
  /** Fees by carrier. */
  delivery: z.record(slug, perZone(satang)),
  payments: z.array(z.enum(PAYMENT_METHODS)).min(1),
  /** On what conditions the courier collects; the limit in satang. */
  cod: z
    .strictObject({
      limit: satang,
      area: z.string().min(1),
      inspection: z.string().min(1),
      zones: z.array(z.enum(DELIVERY_ZONES)).min(1).optional(),
      refusals: z.int().positive().optional(),
    })
    .optional(),
  returns: z.strictObject({
    days: z.int().nonnegative(),
    payerFault: z.enum(['seller', 'buyer']),
    payerNoFault: z.enum(['seller', 'buyer']),
    contact: z.string().min(1),
    wording: z.string().min(1),
  }),
});

const sumIs100 = (parts: Record<string, number>): boolean =>
  Object.values(parts).reduce((sum, part) => sum + part, 0) === 100;
const percent = z.int().min(0).max(100);

const shoppersSchema = z.strictObject({
  visitsPerDay: range,
  /** Of a day's visits so many come for each open shop by its link; the first of them is a friend of the seller. */
  followers: range,
  /** Percent of the other visits that look for goods which the market's own sellers offer. */
  seekPercent: percent,
  /** What somebody looks for who has nothing in mind, by the OTOP group that she likes: the demand for goods is the scenario's. */
  browsed: z.strictObject({
    food: slugs,
    drink: slugs,
    textile: slugs,
    decor: slugs,
    herbal: slugs,
  }),
  compares: z.int().positive(),
  buyAt: percent,
  /** How many points above `buyAt` the most hesitant shopper asks for; above 100 she only looks. */
  hesitation: percent,
  pursePercent: range,
  weights: z
    .strictObject({
      price: percent,
      photos: percent,
      title: percent,
      details: percent,
      delivery: percent,
      shop: percent,
    })
    .refine(sumIs100, 'weights sum to 100'),
  payments: z.strictObject({ promptpay: percent, card: percent }).refine(sumIs100, 'payments sum to 100'),
});

/** A scenario edition as it stands in seeds/scenarios: published ones are never edited, a change is a new version. */
export const scenarioSchema = z.strictObject({
  id: slug,
  version: z.int().positive(),
  title: bothLanguages,
  startsAt: z.iso.datetime(),
  ruleSet: z.string(),
  shops: z.array(shopSchema).min(1),
  /** The photos of each background listing, the cover first, and what their words say after the title. */
  photos: z.array(z.strictObject({ role: z.enum(['front', 'detail', 'scale']), says: z.string() })).min(1),
  learner: z.strictObject({ goods: z.array(choiceSchema).min(1), tray: z.array(trayPictureSchema).min(3) }),
  shopDefaults: shopDefaultsSchema,
  trademarks: z.array(z.string().min(1)),
  otherBrands: z.array(z.string().min(1)),
  tracking: z.strictObject({ pattern: z.string(), checkDigit: z.enum(['none', 's10']) }),
  carriers: z.array(carrierSchema).min(1),
  shoppers: shoppersSchema,
  timeline: z.array(injectSchema),
  /** For exercises that begin in the middle of a shop's life; of an exercise with prepared goods. */
  history: historySchema.optional(),
  /** The scenario whose background market this one looks at; its own when absent. */
  edition: slug.optional(),
});

/** A scenario that is like another but for what it names: it shares that one's background market, so that none is made for it. */
export const likeScenarioSchema = scenarioSchema
  .omit({ edition: true, shops: true, photos: true })
  .partial()
  .required({ id: true, version: true, title: true })
  .extend({ like: slug });

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioShop = z.infer<typeof shopSchema>;
export type ScenarioProduct = ScenarioShop['products'][number];
export type LearnerChoice = z.infer<typeof choiceSchema>;
export type TrayPicture = z.infer<typeof trayPictureSchema>;
export type Carrier = z.infer<typeof carrierSchema>;
export type ShopperSettings = z.infer<typeof shoppersSchema>;
