import { attributeProblems } from '../../market/catalogue/attribute-problems.js';
import { findCategory } from '../../market/catalogue/categories.js';
import { comparable } from '../../shared/thai-text.js';
import type { ShopperSettings } from '../scenarios/scenario-schema.js';
import type { Offer, OfferVariant } from './offer.js';

export type Part = keyof ShopperSettings['weights'];
/** How well an offer does in each part, from 0 to 1. */
export type Parts = Record<Part, number>;

export interface Asked {
  variant: OfferVariant;
  /** The parcel's fee to the shopper and what a carrier asks for such a parcel, satang. */
  fee: number;
  usualFee: number;
  /** The market's Bangkok day, 2026-11-24. */
  today: string;
}

/** What a shopper thinks of each part of an offer. Cheaper is always better, and each thing that is there counts. */
export function partsOf(offer: Offer, { variant, fee, usualFee, today }: Asked): Parts {
  return {
    price: pricePart(offer, variant),
    photos: Math.min(1, (offer.photos.good + offer.photos.flawed / 2) / ENOUGH_PHOTOS),
    title: titlePart(offer),
    details: detailsPart(offer, today),
    delivery: within(1 - (fee / Math.max(usualFee, 1) - FEE_UNNOTICED) / (FEE_ABSURD - FEE_UNNOTICED)),
    shop: shopPart(offer.shop),
  };
}

/** The parts by their weights, 0 to 100. */
export const scoreOf = (parts: Parts, weights: ShopperSettings['weights']): number =>
  PARTS.reduce((sum, part) => sum + parts[part] * weights[part], 0);

export const PARTS: readonly Part[] = ['price', 'photos', 'title', 'details', 'delivery', 'shop'];

const ENOUGH_PHOTOS = 3;
// Up to half as much again as the carrier asks nobody minds; at three times as much nobody would pay.
const FEE_UNNOTICED = 1.5;
const FEE_ABSURD = 3;
// At the top of the fair range less than half the pleasure is left, half as much above it none.
const AT_HIGHEST = 0.45;

function pricePart({ goods }: Offer, { sku, satang }: OfferVariant): number {
  const [low, high] = (goods.variants.find((one) => one.sku === sku) ?? goods.variants[0])?.fair ?? [satang, satang];
  if (satang <= high) return within(1 - ((1 - AT_HIGHEST) * (satang - low)) / Math.max(high - low, 1));
  return within(AT_HIGHEST * (1 - (satang - high) / (high / 2)));
}

/** A title says what it is, how much of it, and is neither a word nor a novel. */
function titlePart({ title, goods }: Offer): number {
  const words = comparable(title);
  const length = [...words].length;
  const saysKind = goods.kindNouns.some((noun) => words.includes(comparable(noun)));
  return (saysKind ? 0.5 : 0) + (/\d/.test(words) ? 0.3 : 0) + (length >= 15 && length <= 120 ? 0.2 : 0);
}

function detailsPart({ categoryId, attributes, description, unit }: Offer, today: string): number {
  const category = categoryId ? findCategory(categoryId) : null;
  const missing = category ? attributeProblems(category, attributes, today).length : Number.POSITIVE_INFINITY;
  return 0.6 / (1 + missing) + 0.3 * Math.min(1, [...description.trim()].length / 40) + (unit ? 0.1 : 0);
}

const shopPart = ({ description, hasImage, hasContact, hasReturns }: Offer['shop']): number =>
  (description.trim().length >= 15 ? 0.3 : 0) +
  (hasImage ? 0.2 : 0) +
  (hasContact ? 0.25 : 0) +
  (hasReturns ? 0.25 : 0);

const within = (part: number): number => Math.min(1, Math.max(0, part));
