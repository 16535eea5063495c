import { z } from 'zod';
import { findCategory } from '../../market/catalogue/categories.js';
import { slug } from '../../market/catalogue/category-schema.js';
import { getGoods } from '../../market/catalogue/goods.js';
import { type BuyerPersona, buyerPersonas } from '../../market/personas/personas.js';
import type { EarlierReview } from '../../market/reviews/reviews.service.js';
import { DAY, HOUR } from '../../shared/clock.js';
import { readSeedFile } from '../../shared/seed-file.js';
import { seededRandom } from '../../shared/seeded-random.js';
import type { Scenario, ScenarioProduct } from './scenario-schema.js';

/** Stars and words, the oldest first; words may be empty. */
const saidSchema = z.tuple([z.int().min(1).max(5), z.string().max(300)]);
const fileSchema = z.strictObject({ reviews: z.record(slug, z.array(saidSchema).min(1).max(8)) });

// A review is some days to half a year old when the market opens.
const NEWEST_DAYS = 2;
const GAP_DAYS = [3, 34] as const;

const files = new Map<string, z.infer<typeof fileSchema>['reviews']>();

/** What was said of a scenario's goods, by product; read once. Throws an Error that names file, line and field. */
export function scenarioReviews(scenarioId: string): z.infer<typeof fileSchema>['reviews'] {
  const known = files.get(scenarioId) ?? readSeedFile(`reviews/${scenarioId}.yaml`, fileSchema).reviews;
  files.set(scenarioId, known);
  return known;
}

/** The reviews of a background listing with who wrote them and when: both follow from the product's key. Nobody reviews one thing twice. */
export function editionReviews(scenario: Scenario, { key, goods }: ScenarioProduct): EarlierReview[] {
  const random = seededRandom(`reviews/${key}`);
  const buyers = likely(goods);
  const first = random.whole(0, buyers.length - 1);
  let days = NEWEST_DAYS;
  const newestFirst = [...(scenarioReviews(scenario.id)[key] ?? [])].reverse().map(([stars, text], at) => {
    days += random.whole(...GAP_DAYS);
    const writtenAt = new Date(Date.parse(scenario.startsAt) - days * DAY + random.whole(0, 12) * HOUR).toISOString();
    return { stars, text, writtenAt, name: buyers[(first + at) % buyers.length]?.name.th ?? '' };
  });
  return newestFirst.reverse();
}

/** Those who like such goods. */
function likely(goodsKey: string): BuyerPersona[] {
  const group = findCategory(getGoods(goodsKey).category)?.group;
  return buyerPersonas().filter(({ likes }) => likes.some((liked) => liked === group));
}
