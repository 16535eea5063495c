import { GRAMS, MILLIMETRES, measureFrom } from '../../shared/measures.js';
import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import { withoutUnit } from './attribute-values.js';
import type { Category } from './categories.js';

export interface VariantInput {
  id: string;
  price: number | null;
  weightG: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
}

export interface ListingInput {
  title: string;
  titleEn: string | null;
  description: string;
  categoryId: string | null;
  groupId: string | null;
  attributes: Record<string, string | string[]>;
  unit: string | null;
  extraCharges: Array<{ name: string; amount: number }> | null;
  variants: VariantInput[];
}

/**
 * A listing as typed. An empty field is allowed, since a draft is saved as it stands; what cannot be read at all (a price
 * with letters) is refused, so that nothing typed is dropped in silence.
 */
export function listingFrom(form: Form, category: Category | null, variantIds: readonly string[]): ListingInput {
  const problems: Problem[] = [];
  const input = {
    title: safeText(form, 'title', problems, 200),
    titleEn: safeText(form, 'titleEn', problems, 200) || null,
    description: safeText(form, 'description', problems, 4000),
    categoryId: category?.id ?? null,
    groupId: category?.group ?? null,
    attributes: attributesFrom(form, category, problems),
    unit: safeText(form, 'unit', problems, 40) || null,
    extraCharges: chargesFrom(form, problems),
    variants: variantIds.map((id) => variantFrom(form, id, problems)),
  };
  if (problems.length > 0) throw invalid(problems);
  return input;
}

function attributesFrom(form: Form, category: Category | null, problems: Problem[]): Record<string, string | string[]> {
  const attributes: Record<string, string | string[]> = {};
  for (const { key, unit } of category?.attributes ?? []) {
    const typed = form[`attribute_${key}`];
    if (Array.isArray(typed)) {
      attributes[key] = typed.map(String);
      continue;
    }
    const words = safeText(form, `attribute_${key}`, problems, 500);
    attributes[key] = unit ? withoutUnit(words, unit) : words;
  }
  return attributes;
}

/** "none" is an answer; silence is not, and is kept as null. */
function chargesFrom(form: Form, problems: Problem[]): ListingInput['extraCharges'] {
  const answer = text(form, 'extra');
  if (answer === 'none') return [];
  if (answer !== 'some') return null;
  const amount = satangFrom(text(form, 'extraAmount'));
  if (amount === null) problems.push({ field: 'extraAmount', key: 'shops.fee_wrong' });
  return [{ name: safeText(form, 'extraName', problems, 80), amount: amount ?? 0 }];
}

function variantFrom(form: Form, id: string, problems: Problem[]): VariantInput {
  const price = text(form, `price_${id}`);
  const satang = price ? satangFrom(price) : null;
  if (price && satang === null) problems.push({ field: `price_${id}`, key: 'shops.fee_wrong' });
  const measure = (name: string, units: Record<string, number>): number | null => {
    const field = `${name}_${id}`;
    const typed = text(form, field);
    const measured = typed ? measureFrom(typed, units) : null;
    if (typed && measured === null) problems.push({ field, key: 'products.measure_wrong' });
    return measured;
  };
  return {
    id,
    price: satang,
    weightG: measure('weight', GRAMS),
    lengthMm: measure('length', MILLIMETRES),
    widthMm: measure('width', MILLIMETRES),
    heightMm: measure('height', MILLIMETRES),
  };
}

export function wholeFrom(form: Form, field: string, problems: Problem[]): number | null {
  const typed = normaliseThai(text(form, field)).replace(/[\s,]/g, '');
  if (!typed) return null;
  if (/^\d{1,7}$/.test(typed)) return Number(typed);
  problems.push({ field, key: 'products.number_wrong' });
  return null;
}
