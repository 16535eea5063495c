import { z } from 'zod';
import { DELIVERY_ZONES } from '../../market/addresses/delivery-zone.js';
import { slug } from '../../market/catalogue/category-schema.js';
import { DOORS, REMITS } from '../../market/cod/cod-order.js';
import { CHANNELS, PAYS } from '../../market/receiving/inquiry.js';
import { SLIP_CASES } from '../../market/receiving/slip-cases.js';
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

const direct = {
  /** Which buyer persona it is; drawn by the market's seed when absent. */
  persona: slug.optional(),
  pieces: z.int().min(1).max(20).default(1),
};

/** A buyer orders at each open shop, pays by transfer or does not, and shows a slip: one case of the table in receiving/slip-cases. */
const slipCase = z.strictObject({
  kind: z.literal('slip_case'),
  ...moment,
  /** Key of the goods that she wants; whatever the shop has first when absent. */
  target: slug.optional(),
  params: z.strictObject({ case: z.enum(SLIP_CASES), ...direct }),
});

/** A buyer writes to each open shop, or stands at its stall, and wants to order without the cart. */
const chatOrder = z.strictObject({
  kind: z.literal('chat_order'),
  ...moment,
  target: slug.optional(),
  params: z.strictObject({ channel: z.enum(CHANNELS).default('chat'), pays: z.enum(PAYS).default('exact'), ...direct }),
});

/** A buyer orders at each open shop and pays at the door, as far as the shop has that done. */
const codOrder = z.strictObject({
  kind: z.literal('cod_order'),
  ...moment,
  target: slug.optional(),
  params: z.strictObject({
    /** Where she lives; drawn like everybody when absent. */
    zone: z.enum(DELIVERY_ZONES).optional(),
    /** Parcels that she did not take before. */
    refusedBefore: z.int().min(0).max(20).default(0),
    door: z.enum(DOORS).default('takes'),
    remits: z.enum(REMITS).default('exact'),
    ...direct,
  }),
});

/** Something that a scenario lets happen at a set market time. A new kind is a schema here and a method in Timeline. */
export const injectSchema = z.discriminatedUnion('kind', [shopperVisit, slipCase, chatOrder, codOrder]);

export type Inject = z.infer<typeof injectSchema>;
export type InjectKind = Inject['kind'];

/** The market time of an inject, in a market that opened at `opened`. */
export const injectAt = ({ day, hour }: Pick<Inject, 'day' | 'hour'>, opened: Date): Date =>
  new Date(dayStart(opened).getTime() + (day - 1) * DAY + hour * HOUR);
