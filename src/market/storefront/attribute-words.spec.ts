import { describe, expect, it } from '@jest/globals';
import { findCategory } from '../catalogue/categories.js';
import { attributeWords } from './attribute-words.js';

describe('what a buyer reads of the goods', () => {
  const food = findCategory('food-snack');
  const words = (attributes: Record<string, unknown>) =>
    attributeWords(food, attributes).map(({ label, values, unit }) => [label.th, values, unit?.th ?? '']);

  it('says choices in words, not as their keys', () => {
    expect(words({ allergens: ['milk', 'peanut'] })).toEqual([
      [
        'ของที่อาจแพ้ (ไม่มีให้เลือก ไม่มี)',
        [
          { th: 'นม', en: 'Milk' },
          { th: 'ถั่วลิสง', en: 'Peanut' },
        ],
        '',
      ],
    ]);
  });

  it('keeps what was typed, with its unit, in the order of the template', () => {
    expect(words({ netWeight: '250', ingredients: ['กล้วย', 'น้ำตาล'] })).toEqual([
      ['ส่วนผสม', ['กล้วย', 'น้ำตาล'], ''],
      ['น้ำหนักสุทธิ', ['250'], 'กรัม'],
    ]);
  });

  it('leaves out what is empty and what the category does not ask for', () => {
    expect(words({ storage: '', allergens: [], colour: 'แดง' })).toEqual([]);
    expect(attributeWords(null, { netWeight: 1 })).toEqual([]);
  });

  it('knows which values are days', () => {
    expect(attributeWords(food, { expiryDate: '2027-01-31' })).toMatchObject([
      { values: ['2027-01-31'], isDate: true },
    ]);
  });

  it('reads a day of the Buddhist year as that day, and leaves what is none as it stands', () => {
    expect(attributeWords(food, { expiryDate: '31/1/2570' })).toMatchObject([{ values: ['2027-01-31'], isDate: true }]);
    expect(attributeWords(food, { expiryDate: 'ปีหน้า' })).toMatchObject([{ values: ['ปีหน้า'], isDate: false }]);
  });
});
