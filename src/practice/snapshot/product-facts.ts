import { findCategory } from '../../market/catalogue/categories.js';
import type { AttributeTemplate } from '../../market/catalogue/category-schema.js';
import type { Listing, Variant } from '../../market/catalogue/listing.js';
import type { EventFact } from '../graders/facts.js';
import type { MandatoryAttribute, PhotoFact, ProductFact } from '../graders/facts-products.js';
import { lastSeq } from './log-facts.js';
import { written } from './written.js';

export interface PhotoRow {
  id: string;
  sha: string;
  role: string;
  width: number;
  height: number;
  phash: string;
  licence: string;
  source: string;
  flaws: string;
  alt: string;
}

/** One of the learner's listings as facts. */
export function productFactsOf(
  listing: Listing,
  variants: ReadonlyArray<Variant & { opening: number | null }>,
  photos: readonly PhotoRow[],
  disputed: readonly string[],
  events: readonly EventFact[],
): ProductFact {
  const template = listing.categoryId ? (findCategory(listing.categoryId)?.attributes ?? []) : [];
  return {
    id: listing.id,
    goodsKey: listing.goodsKey,
    status: listing.status,
    publishedSeq: lastSeq(events, 'listing.published', listing.id),
    title: written(listing.title),
    description: written(listing.description),
    categoryId: listing.categoryId,
    mandatoryAttributes: template
      .filter((attribute) => attribute.required)
      .map((attribute) => attributeFact(attribute, listing.attributes)),
    unit: listing.unit,
    extraCharges: listing.extraCharges,
    variants: variants.map((variant) => variantFact(variant, listing.optionName)),
    photos: photos.map(photoFact),
    claimHits: claimHitsOf(listing.id, disputed, events),
  };
}

/** What she was shown, from the log; a phrase is told of once, when it is first shown. */
function claimHitsOf(id: string, disputed: readonly string[], events: readonly EventFact[]): ProductFact['claimHits'] {
  return events
    .filter(({ type, objectId }) => type === 'listing.claim_shown' && objectId === id)
    .map(({ seq, payload }) => {
      const phrase = String(payload.phrase);
      return { phrase, shownSeq: seq, disputed: disputed.includes(phrase) };
    });
}

function attributeFact(attribute: AttributeTemplate, values: Record<string, unknown>): MandatoryAttribute {
  const value = values[attribute.key] as MandatoryAttribute['value'] | undefined;
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return {
    key: attribute.key,
    label: attribute.label.th,
    rule: ruleOf(attribute),
    max: attribute.max ?? null,
    value: isEmpty ? null : value,
  };
}

function ruleOf({ kind, choices }: AttributeTemplate): MandatoryAttribute['rule'] {
  if (kind === 'number') return 'positive_number';
  if (kind === 'date') return 'future_date';
  return choices?.length ? 'answered' : 'text';
}

function variantFact(
  variant: Variant & { opening: number | null },
  optionName: string | null,
): ProductFact['variants'][number] {
  const { sku, option, price, onHand, weightG, lengthMm, widthMm, heightMm, opening } = variant;
  const options = optionName && option ? { [optionName]: option } : {};
  return { sku, options, price, stock: onHand, weightG, lengthMm, widthMm, heightMm, openingStock: opening };
}

function photoFact(photo: PhotoRow): PhotoFact {
  const flaws = photo.flaws.split(' ').filter(Boolean) as PhotoFact['flaws'];
  return {
    id: photo.id,
    sha: photo.sha,
    role: photo.role as PhotoFact['role'],
    width: photo.width,
    height: photo.height,
    phash: photo.phash,
    licence: photo.licence as PhotoFact['licence'],
    source: photo.source as PhotoFact['source'],
    flaws,
    alt: photo.alt ? written(photo.alt) : null,
  };
}
