import { describe, expect, it } from '@jest/globals';
import { isEnough, namesLike } from './name-search.js';

const CLASS = ['นางสาวบุญมี ศรีทอง', 'นายบุญเลิศ ตั้งใจ', 'Miss Anna Lee', 'สมพร (น้อย) บัวทอง', 'อี ลี'].map((name) => ({
  name,
}));
const found = (typed: string) => namesLike(CLASS, typed).map(({ name }) => name);

describe('the names that are shown at the door', () => {
  it('are those that begin as typed, with or without what stands before a name', () => {
    expect(found('บุญ')).toEqual(['นางสาวบุญมี ศรีทอง', 'นายบุญเลิศ ตั้งใจ']);
    expect(found('นางสาว บุญมี')).toEqual(['นางสาวบุญมี ศรีทอง']);
    expect(found('น.ส.บุญมี')).toEqual(['นางสาวบุญมี ศรีทอง']);
    expect(found('anna')).toEqual(['Miss Anna Lee']);
  });

  it('are found by the nickname or the family name too, but not by letters from the middle', () => {
    expect(found('น้อย')).toEqual(['สมพร (น้อย) บัวทอง']);
    expect(found('ศรีทอง')).toEqual(['นางสาวบุญมี ศรีทอง']);
    expect(found('เลิศ')).toEqual([]);
  });

  it.each(['', 'บุ', 'นาง', 'นางสาว', 'Mr.', '   '])(
    'are none for "%s", which would list whoever learns here',
    (typed) => {
      expect([found(typed), isEnough(typed)]).toEqual([[], false]);
    },
  );

  it('are found when a short name is typed in full', () => {
    expect(found('อี ลี')).toEqual(['อี ลี']);
  });

  it('may be typed with other digits, spaces and invisible marks', () => {
    expect(found('สม\u200bพร   บัว')).toEqual([]);
    expect(found(' สม\u200bพร ')).toEqual(['สมพร (น้อย) บัวทอง']);
  });
});
