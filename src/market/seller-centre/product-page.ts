import { baht } from '../../shared/money.js';
import { findCategory, loadCategories } from '../catalogue/categories.js';
import { getGoods } from '../catalogue/goods.js';
import type { Listing, Variant } from '../catalogue/listing.js';
import type { Form } from '../shops/shop-input.js';

/** What was typed into one of the page's two forms. The other keeps what was saved: its fields were not sent. */
export interface TypedProduct {
  listing?: Form;
  counts?: Form;
}

/** What the page of a listing shows: what was typed, or else what was saved. */
export function productForm(listing: Listing, variants: readonly Variant[], { listing: typed, counts }: TypedProduct) {
  const values: Form = typed ?? savedValues(listing);
  const category = findCategory(String(values.categoryId ?? ''));
  return {
    values,
    categories: loadCategories().map((group) => ({
      name: group.name,
      leaves: group.categories.map(({ id, name }) => ({ id, name, isChosen: id === values.categoryId })),
    })),
    attributes: (category?.attributes ?? []).map((attribute) => {
      const value = values[`attribute_${attribute.key}`] ?? '';
      const chosen = [value].flat().map(String);
      return {
        ...attribute,
        field: `attribute_${attribute.key}`,
        value: chosen.join(', '),
        isChoice: Boolean(attribute.choices?.length),
        choices: attribute.choices?.map((choice) => ({ ...choice, isChosen: chosen.includes(choice.value) })),
      };
    }),
    isMeasured: listing.goodsKey !== null,
    variants: variants.map((variant) => ({
      ...variant,
      fields: variantFields(variant, typed),
      counted: counts?.[`stock_${variant.id}`] ?? variant.onHand,
    })),
  };
}

/** What was typed, with the weights and sizes that lie written beside the goods. */
export function withMeasures(typed: Form, listing: Listing, variants: readonly Variant[]): Form {
  const measured = new Map(listing.goodsKey ? getGoods(listing.goodsKey).variants.map((one) => [one.sku, one]) : []);
  const fields = variants.flatMap(({ id, sku }) => {
    const known = measured.get(sku);
    if (!known) return [];
    const [width, length, height] = known.size;
    return Object.entries({ weight: known.weight, width, length, height }).map(
      ([key, value]) => [`${key}_${id}`, String(value)] as const,
    );
  });
  return { ...typed, ...Object.fromEntries(fields) };
}

function savedValues(listing: Listing): Form {
  const [charge] = listing.extraCharges ?? [];
  return {
    title: listing.title,
    titleEn: listing.titleEn ?? '',
    description: listing.description,
    categoryId: listing.categoryId ?? '',
    unit: listing.unit ?? '',
    extra: listing.extraCharges === null ? '' : charge ? 'some' : 'none',
    extraName: charge?.name ?? '',
    extraAmount: charge ? baht(charge.amount) : '',
    ...Object.fromEntries(Object.entries(listing.attributes).map(([key, value]) => [`attribute_${key}`, value])),
  };
}

function variantFields(
  variant: Variant,
  typed: Form | undefined,
): Array<{ name: string; label: string; value: string }> {
  const saved = {
    price: variant.price === null ? '' : baht(variant.price),
    weight: variant.weightG,
    length: variant.lengthMm,
    width: variant.widthMm,
    height: variant.heightMm,
  };
  return Object.entries(saved).map(([key, value]) => {
    const name = `${key}_${variant.id}`;
    return { name, label: `products.variant_${key}`, value: String(typed?.[name] ?? value ?? '') };
  });
}
