import { z } from 'zod';
import { slug } from '../../market/catalogue/category-schema.js';
import { DAY, dayStart, HOUR } from '../../shared/clock.js';

const moment = {
  /** 1 is the market's first day. */
  day: z.int().positive(),
  /** Whole hour of that day, Bangkok. */
  hour: z.int().min(0).max(23).default(9),
};

/** A shopper comes and looks for goods; with `persona` it is that one. */
const shopperVisit = z.strictObject({
  kind: z.literal('shopper_visit'),
  ...moment,
  /** Key of the goods that she looks for. */
  target: slug,
  params: z.strictObject({ persona: slug.optional() }).default({}),
});

/** Something that a scenario lets happen at a set market time. A new kind is a schema here and a method in Timeline. */
export const injectSchema = z.discriminatedUnion('kind', [shopperVisit]);

export type Inject = z.infer<typeof injectSchema>;
export type InjectKind = Inject['kind'];

/** The market time of an inject, in a market that opened at `opened`. */
export const injectAt = ({ day, hour }: Pick<Inject, 'day' | 'hour'>, opened: Date): Date =>
  new Date(dayStart(opened).getTime() + (day - 1) * DAY + hour * HOUR);
