import { z } from 'zod';

/** A moment of market time, ISO 8601 in UTC: `2026-11-23T02:00:00.000Z`. */
export const moment = z.iso.datetime();

/** Whole satang. */
export const satang = z.int();

/** The number of an event in the sandbox's log: later is larger. */
export const seq = z.int().nonnegative();

/** An address as shown on a page or printed on a label, field by field, exactly as written. */
export const address = z.strictObject({
  /** House number, village number, lane, road. */
  line: z.string(),
  subDistrict: z.string(),
  district: z.string(),
  province: z.string(),
  postcode: z.string(),
  /** Whether sub-district, district, province and postcode are one row of the pinned address table. */
  chainValid: z.boolean(),
});

/**
 * Something that the learner wrote and buyers can read. `words` are the segmenter's words of `text`, in order, spaces left out:
 * a check must not segment, since word lists differ between machines.
 */
export const writtenText = z.strictObject({ text: z.string(), words: z.array(z.string()) });

/** A fee in each of the three probe zones, satang. */
export const zoneFees = z.strictObject({ bangkok: satang, upcountry: satang, island: satang });

export const ZONES = ['bangkok', 'upcountry', 'island'] as const;

export type AddressFact = z.infer<typeof address>;
export type WrittenText = z.infer<typeof writtenText>;
export type Zone = (typeof ZONES)[number];
