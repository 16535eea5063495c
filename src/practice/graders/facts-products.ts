import { z } from 'zod';
import { satang, seq, writtenText } from './facts-parts.js';

/** One field of the pinned category template that must be filled, with what she filled in. */
const mandatoryAttribute = z.strictObject({
  key: z.string(),
  /** What the learner reads above the field, Thai. */
  label: z.string(),
  /**
   * `text` anything written · `positive_number` above 0, up to `max` · `future_date` a day after the market's today · `answered` a
   * choice made: "none" is one, an empty list is not.
   */
  rule: z.enum(['text', 'positive_number', 'future_date', 'answered']),
  max: z.number().nullable(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
});

const variantFacts = z.strictObject({
  sku: z.string(),
  /** Option name to choice, as she wrote them: `{ "สี": "คราม" }`; empty for goods without options. */
  options: z.record(z.string(), z.string()),
  price: satang.nullable(),
  /** On hand now. */
  stock: z.int().nullable(),
  weightG: z.int().nullable(),
  lengthMm: z.int().nullable(),
  widthMm: z.int().nullable(),
  heightMm: z.int().nullable(),
  /** The opening stock as she saved it, whatever was sold since; null when never saved. */
  openingStock: z.int().nullable(),
});

const photoFacts = z.strictObject({
  id: z.string(),
  /** What is in the photo, so that an assessor sees the very one. Snapshots of before have none. */
  sha: z.string().optional(),
  /** What she says the photo shows. */
  role: z.enum(['front', 'detail', 'scale', 'label', 'other']).nullable(),
  /** Pixels after the page's own down-sizing. */
  width: z.int(),
  height: z.int(),
  /** Perceptual hash, 64 bits as 16 hex digits. */
  phash: z.string().regex(/^[0-9a-f]{16}$/),
  licence: z.enum(['own', 'licensed', 'unknown', 'others']),
  source: z.enum(['camera', 'tray', 'upload']),
  /** What the scenario knows of a tray photo; empty for photos from elsewhere. */
  flaws: z.array(z.enum(['blurred', 'dark', 'watermark', 'no_consent'])),
  /** Alternative text, null when left empty. */
  alt: writtenText.nullable(),
});

/** A claim phrase that the page found and showed her before publishing. */
const claimHit = z.strictObject({
  phrase: z.string(),
  shownSeq: seq,
  /** She says the phrase is no claim: an assessor decides. */
  disputed: z.boolean(),
});

export const productFacts = z.strictObject({
  id: z.string(),
  /** Which of the scenario's goods this lists; null when she listed something else. */
  goodsKey: z.string().nullable(),
  status: z.enum(['draft', 'published', 'unpublished']),
  /** The event that last published it; null while it never was. */
  publishedSeq: seq.nullable(),
  title: writtenText,
  description: writtenText,
  categoryId: z.string().nullable(),
  mandatoryAttributes: z.array(mandatoryAttribute),
  /** What the price is for: `ผืน`, `ถุง`; null when not chosen. */
  unit: z.string().nullable(),
  /** Charges beyond the price (gift box, embroidery); null when the question was not answered, [] for "none". */
  extraCharges: z.array(z.strictObject({ name: z.string(), amount: satang })).nullable(),
  variants: z.array(variantFacts),
  photos: z.array(photoFacts),
  claimHits: z.array(claimHit),
});

export type ProductFact = z.infer<typeof productFacts>;
export type VariantFact = z.infer<typeof variantFacts>;
export type PhotoFact = z.infer<typeof photoFacts>;
export type MandatoryAttribute = z.infer<typeof mandatoryAttribute>;
