import { findCategory } from '../../market/catalogue/categories.js';
import type { AttributeTemplate, BothLanguages } from '../../market/catalogue/category-schema.js';
import { attributesOfLot, type Goods } from '../../market/catalogue/goods.js';
import { sayMoment } from '../../platform/web/view-helpers.js';
import { bangkokDay } from '../../shared/clock.js';

/** One line of the sheet that lies beside the goods: what a seller would read off the label or measure herself. */
export interface SheetLine {
  label: BothLanguages;
  value: BothLanguages;
}

export interface GoodsSheet {
  title: BothLanguages;
  description: BothLanguages;
  unit: BothLanguages;
  category: BothLanguages | null;
  lines: SheetLine[];
  /** Of each choice: grams with packing, millimetres, and the satang that the group has asked for it so far. */
  variants: Array<{
    option: BothLanguages | null;
    sku: string;
    weight: number;
    size: [number, number, number];
    price: number;
  }>;
}

/** What a learner knows of the goods that she sells. `today` is market time: what keeps for days expires counted from it. */
export function goodsSheet(goods: Goods, today: Date): GoodsSheet {
  const values = attributesOfLot(goods, bangkokDay(today));
  const category = findCategory(goods.category);
  const lines = (category?.attributes ?? []).flatMap((attribute) => {
    const value = values[attribute.key];
    return value == null
      ? []
      : [{ label: attribute.label, value: shown(attribute, value as string | number | string[]) }];
  });
  const optionOf = (key?: string) => goods.option?.values.find((one) => one.key === key)?.label ?? null;
  return {
    title: goods.title,
    description: goods.description,
    unit: goods.unit,
    category: category?.name ?? null,
    lines,
    variants: goods.variants.map(({ value, sku, weight, size, price }) => ({
      option: optionOf(value),
      sku,
      weight,
      size,
      price,
    })),
  };
}

function shown({ kind, unit, choices }: AttributeTemplate, value: string | number | string[]): BothLanguages {
  const parts = (Array.isArray(value) ? value : [value]).map((part) => {
    const choice = choices?.find((one) => one.value === part)?.label;
    if (choice) return choice;
    const say = (language: 'th' | 'en') => (kind === 'date' ? sayMoment(language, 'day', String(part)) : String(part));
    return { th: say('th'), en: say('en') };
  });
  const say = (language: 'th' | 'en') =>
    [parts.map((part) => part[language]).join(', '), unit?.[language]].filter(Boolean).join(' ');
  return { th: say('th'), en: say('en') };
}
