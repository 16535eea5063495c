import { dayFrom } from '../catalogue/attribute-values.js';
import type { Category } from '../catalogue/categories.js';
import type { BothLanguages } from '../catalogue/category-schema.js';

export interface AttributeWords {
  label: BothLanguages;
  unit: BothLanguages | null;
  /** What the seller chose in both languages, or what she typed as it stands. */
  values: Array<BothLanguages | string>;
  isDate: boolean;
}

/** What is known of the goods, in words for a buyer and in the order of the category's template; what is empty is left out. */
export function attributeWords(category: Category | null, attributes: Record<string, unknown>): AttributeWords[] {
  return (category?.attributes ?? [])
    .map(({ key, label, unit, kind, choices }) => ({
      label,
      unit: unit ?? null,
      values: [attributes[key] ?? []]
        .flat()
        .filter((value) => value !== '')
        .map((value) => choices?.find((choice) => choice.value === value)?.label ?? String(value)),
      isDate: kind === 'date',
    }))
    .map((words) => (words.isDate ? asDays(words) : words))
    .filter(({ values }) => values.length > 0);
}

/** Days as they are kept, however they were typed (`3/3/2570`); what cannot be read as one stays as it stands. */
function asDays(words: AttributeWords): AttributeWords {
  const days = words.values.map(dayFrom);
  return days.includes(null) ? { ...words, isDate: false } : { ...words, values: days as string[] };
}
