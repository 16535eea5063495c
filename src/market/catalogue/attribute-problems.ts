import { normaliseThai } from '../../shared/thai-text.js';
import { dayFrom, listFrom, numberFrom } from './attribute-values.js';
import type { Category } from './categories.js';
import type { AttributeTemplate } from './category-schema.js';

export type AttributeProblemCode =
  | 'missing'
  | 'not_a_number'
  | 'too_small'
  | 'too_large'
  | 'not_a_choice'
  | 'none_with_others'
  | 'not_a_date'
  | 'not_after_today'
  | 'too_long'
  | 'wrong_form';

/** What is wrong with one attribute; at most one problem a key, in the order of the template. */
export type AttributeProblem = { key: string; problem: AttributeProblemCode };
export type AttributeValues = Record<string, unknown>;

const LONGEST_TEXT = 2000;

/** What keeps these attributes from being complete for the category. `today` is the market's Bangkok day, 2026-11-24. */
export function attributeProblems(category: Category, attributes: AttributeValues, today: string): AttributeProblem[] {
  return category.attributes.flatMap((template) => {
    const problem = problemOf(template, attributes[template.key], today);
    return problem ? [{ key: template.key, problem }] : [];
  });
}

function problemOf(template: AttributeTemplate, value: unknown, today: string): AttributeProblemCode | null {
  if (isEmpty(value)) return template.required ? 'missing' : null;
  switch (template.kind) {
    case 'number':
      return numberProblem(template, numberFrom(value));
    case 'date':
      return dateProblem(template, dayFrom(value), today);
    case 'choice':
      return isChoice(template, String(value)) ? null : 'not_a_choice';
    case 'list':
      return listProblem(template, listFrom(value));
    case 'text':
      return textProblem(template, String(value));
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'number' ? false : listFrom(value).length === 0;
}

function numberProblem(template: AttributeTemplate, value: number | null): AttributeProblemCode | null {
  if (value === null) return 'not_a_number';
  if (template.min !== undefined && value < template.min) return 'too_small';
  return template.max !== undefined && value > template.max ? 'too_large' : null;
}

function dateProblem(template: AttributeTemplate, day: string | null, today: string): AttributeProblemCode | null {
  if (day === null) return 'not_a_date';
  // Days written year first sort as text.
  return template.after === 'today' && day <= today ? 'not_after_today' : null;
}

function listProblem(template: AttributeTemplate, entries: string[]): AttributeProblemCode | null {
  if (!template.choices) return null;
  if (!entries.every((entry) => isChoice(template, entry))) return 'not_a_choice';
  return entries.includes('none') && entries.length > 1 ? 'none_with_others' : null;
}

function textProblem(template: AttributeTemplate, value: string): AttributeProblemCode | null {
  if (value.length > LONGEST_TEXT) return 'too_long';
  const matches = template.pattern === undefined || new RegExp(template.pattern).test(normaliseThai(value));
  return matches ? null : 'wrong_form';
}

function isChoice(template: AttributeTemplate, value: string): boolean {
  return template.choices?.some((choice) => choice.value === value) ?? false;
}
