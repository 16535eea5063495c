import { describe, expect, it } from '@jest/globals';
import { attributeProblems } from './attribute-problems.js';
import { findCategory, loadCategories } from './categories.js';

const snack = findCategory('food-snack')!;
const complete = {
  ingredients: ['กล้วยน้ำว้า', 'น้ำตาล'],
  netWeight: 200,
  shelfLifeDays: 60,
  expiryDate: '2027-01-10',
  allergens: ['none'],
};
const today = '2026-11-24';
const problems = (changes: Record<string, unknown>) => attributeProblems(snack, { ...complete, ...changes }, today);

describe('the categories', () => {
  it('are the five OTOP groups with leaves of one slug each', () => {
    expect(loadCategories().map((group) => group.id)).toEqual(['food', 'drink', 'textile', 'decor', 'herbal']);
    const leaves = loadCategories().flatMap((group) => group.categories);
    expect(new Set(leaves.map((leaf) => leaf.id)).size).toBe(leaves.length);
    expect(leaves.filter((leaf) => !leaf.id.startsWith(`${leaf.group}-`))).toEqual([]);
  });

  it('ask for no attribute twice', () => {
    for (const category of loadCategories().flatMap((group) => group.categories)) {
      const keys = category.attributes.map((attribute) => attribute.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('the attributes of a listing', () => {
  it('are complete when all that is required is there', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['Thai digits', { netWeight: '๒๐๐' }],
    ['a thousands comma', { netWeight: '1,200' }],
    ['a Buddhist year', { expiryDate: '10/01/2570' }],
    ['a list typed with commas', { ingredients: 'กล้วยน้ำว้า, น้ำตาล' }],
    ['an FDA number in its form', { fdaNumber: '50-2-01234-6-0001' }],
    ['two allergens', { allergens: ['milk', 'nuts'] }],
  ])('may be written with %s', (_, changes) => {
    expect(problems(changes)).toEqual([]);
  });

  it.each([
    [{ ingredients: [] }, 'ingredients', 'missing'],
    [{ ingredients: ' , ' }, 'ingredients', 'missing'],
    [{ allergens: undefined }, 'allergens', 'missing'],
    [{ netWeight: 0 }, 'netWeight', 'too_small'],
    [{ netWeight: 60_000 }, 'netWeight', 'too_large'],
    [{ netWeight: 'สองร้อย' }, 'netWeight', 'not_a_number'],
    [{ expiryDate: today }, 'expiryDate', 'not_after_today'],
    [{ expiryDate: '31/02/2570' }, 'expiryDate', 'not_a_date'],
    [{ allergens: ['none', 'milk'] }, 'allergens', 'none_with_others'],
    [{ allergens: ['dust'] }, 'allergens', 'not_a_choice'],
    [{ fdaNumber: '123' }, 'fdaNumber', 'wrong_form'],
    [{ storage: 'ก'.repeat(2001) }, 'storage', 'too_long'],
  ])('%j is a problem of %s: %s', (changes, key, problem) => {
    expect(problems(changes)).toEqual([{ key, problem }]);
  });

  it('differ by category', () => {
    const keys = attributeProblems(findCategory('textile-scarf')!, {}, today).map((problem) => problem.key);
    expect(keys).toEqual(['material', 'size', 'care']);
    expect(attributeProblems(findCategory('drink-herbal')!, {}, today).map((problem) => problem.key)).toContain(
      'netVolume',
    );
  });
});
