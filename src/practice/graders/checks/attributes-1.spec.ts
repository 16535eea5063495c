import { describe, expect, it } from '@jest/globals';
import type { MandatoryAttribute } from '../facts-products.js';
import { fullySaidOf, saidOf } from '../spec-support.js';

// Cannot see: whether what she filled in is true of the goods, and whether the Thai makes sense.
const fill = (key: string, value: MandatoryAttribute['value']) =>
  fullySaidOf('attributes@1', ({ products }) => {
    const attribute = products[0]?.mandatoryAttributes.find((each) => each.key === key);
    if (attribute) attribute.value = value;
  });
const described = (text: string) =>
  saidOf('attributes@1', ({ products }) => Object.assign(products[0]?.description ?? {}, { text }));

describe('the required details', () => {
  it.each<[string, MandatoryAttribute['value']]>([
    ['netWeight', '๒๐๐'],
    ['expiryDate', '20/01/2570'],
    ['allergens', ['none']],
    ['ingredients', 'กล้วยน้ำว้า น้ำมัน เนย'],
  ])('are right with %s as %s', (key, value) => {
    expect(fill(key, value).key).toBe('met');
  });

  it.each<[string, MandatoryAttribute['value'], string]>([
    ['netWeight', 0, 'out_of_range'],
    ['netWeight', -200, 'out_of_range'],
    ['netWeight', 50001, 'out_of_range'],
    ['expiryDate', '2026-11-25', 'out_of_range'],
    ['expiryDate', '31/02/2570', 'out_of_range'],
    ['allergens', [], 'missing'],
    ['allergens', null, 'missing'],
    ['ingredients', ' - ', 'missing'],
  ])('are nearly right with %s as %s', (key, value, said) => {
    expect(fill(key, value).key).toBe(said);
  });

  it('name the field by what she reads above it', () => {
    expect(fill('allergens', null).params).toMatchObject({ field: 'ของที่อาจแพ้' });
  });

  it('want Thai in the description, however long it is in English', () => {
    expect(described('Crispy banana chips, fried fresh every morning by our group. กล้วยฉาบ')).toBe('no_thai');
    expect(described('กล้วยน้ำว้าดิบฝานบางทอดใหม่ทุกเช้า กรอบ อร่อย Crispy chips')).toBe('met');
  });

  it('cannot be judged without a category, since the category asks for them', () => {
    const none = ({ products }: Parameters<NonNullable<Parameters<typeof saidOf>[1]>>[0]) =>
      Object.assign(products[0] ?? {}, { categoryId: null, mandatoryAttributes: [] });
    expect(saidOf('attributes@1', none)).toBe('no_category');
  });
});
