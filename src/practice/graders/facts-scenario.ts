import { z } from 'zod';
import { zoneFees } from './facts-parts.js';

/** What the scenario edition knows of one of the persona's goods: the key to right and wrong, never shown to the learner whole. */
const goodsFacts = z.strictObject({
  key: z.string(),
  /** Category ids that are right for these goods. */
  acceptedCategories: z.array(z.string()).min(1),
  /** The kind noun and its synonyms: `ผ้าพันคอ`, `ผ้าคลุมไหล่`. */
  kindNouns: z.array(z.string()).min(1),
  returnKind: z.enum(['ordinary', 'perishable', 'made_to_measure']),
  /** Days that making to order takes by the work card; null for goods that are in stock. */
  workCardDays: z.int().positive().nullable(),
  /**
   * The counted goods, one row a choice. `options` holds for each option the spellings that name it (`[['คราม', 'สีคราม', 'indigo']]`);
   * an empty list when the goods have no options.
   */
  countSheet: z.array(z.strictObject({ options: z.array(z.array(z.string()).min(1)), counted: z.int() })).min(1),
});

export const scenarioFacts = z.strictObject({
  /** Shop names and marks that belong to others. */
  trademarks: z.array(z.string()),
  /** Brand names that do not belong in a title of the persona's goods. */
  otherBrands: z.array(z.string()),
  goods: z.array(goodsFacts).min(1),
  carrier: z.strictObject({
    /** Regular expression over the tracking number without spaces and in capitals. */
    trackingPattern: z.string(),
    /** `s10`: two letters, eight digits, the check digit of the international postal standard, two letters. */
    checkDigit: z.enum(['none', 's10']),
    /** What the carrier asks for an ordinary parcel of the persona's goods, by shipping method code. Methods not named cost nothing. */
    rates: z.record(z.string(), zoneFees),
  }),
});

export type GoodsFact = z.infer<typeof goodsFacts>;
