import { describe, expect, it } from '@jest/globals';
import { postgresDocument, searchDocument } from './search-document.js';
import { fts5Query, postgresQuery } from './search-query.js';
import { wordsOf } from './words.js';

const scope = { sandboxId: 'a-1', editionId: 'B2' };

describe('the words of a text', () => {
  it.each([
    ['ผ้าไหมมัดหมี่', ['ผ้า', 'ไหม', 'มัด', 'หมี่']],
    ['200กรัม', ['200', 'กรัม']],
    ['๓๕๐ มล.', ['350', 'มล']],
    ['Arabica, COFFEE!', ['arabica', 'coffee']],
    ['กล้วย\u200bฉาบ', ['กล้วย', 'ฉาบ']],
    ['เผ็ดๆ', ['เผ็ด']],
    ['1,250.50', ['1', '250', '50']],
    ['ชามเซรามิกเขียนลาย', ['ชาม', 'เซ', 'รา', 'มิก', 'เขียน', 'ลาย']],
    ['', []],
    ['"*(){}:^-', []],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('the query for each database', () => {
  it('joins scopes with or and words with and, the last as a beginning', () => {
    expect(fts5Query('กระจูด ดำ', scope)).toBe('("sbxa1" OR "edxb2") AND "กระจูด" AND "ดำ"*');
    expect(postgresQuery('กระจูด ดำ', scope)).toBe("('sbxa1' | 'edxb2') & 'กระจูด' & 'ดำ':*");
  });

  it('puts other ways of saying it beside what was typed', () => {
    expect(fts5Query('หมู', { editionId: 'e' })).toBe('"edxe" AND ("หมู"* OR "แคบหมู"*)');
    expect(postgresQuery('ตุ้มหู', { editionId: 'e' })).toContain("('ต่าง' <-> 'หู':*)");
  });

  it('leaves idle words out unless there is nothing else', () => {
    expect(fts5Query('อยากซื้อกระจูดค่ะ', {})).toBe('"กระจูด"*');
    expect(fts5Query('ราคา', {})).toBe('"ราคา"*');
  });

  it('is null when nothing was typed, and bounded when very much was', () => {
    expect(fts5Query(' " ', scope)).toBeNull();
    expect(postgresQuery('', scope)).toBeNull();
    expect(fts5Query('กระจูด '.repeat(500), scope)?.length).toBeLessThan(400);
  });

  it('lets no sign of either query language through', () => {
    const hostile = `') | 'x' & !y <-> z:* \\ "a" OR b NEAR(c) {d}`;
    expect(postgresQuery(hostile, {})?.replace(/'[\p{L}\p{N}\p{M}]+'(:\*)?/gu, '')).toMatch(/^( & )*$/);
    expect(fts5Query(hostile, {})?.replace(/"[\p{L}\p{N}\p{M}]+"\*?/gu, '')).toMatch(/^( AND )*$/);
  });
});

describe('the document of a listing', () => {
  const listing = {
    title: { th: 'กระเป๋ากระจูด', en: 'Sedge bag' },
    description: { th: "สานมือ 'ละเอียด'" },
    names: ['พัทลุง'],
    attributes: { material: 'กระจูด', netWeight: 200, ingredients: ['ขิง', 'ข่า'] },
  };

  it('holds the words of the texts apart by weight, and no numbers of attributes', () => {
    const document = searchDocument(listing, { sandboxId: 'A-1' });
    expect(document).toMatchObject({ scope: 'sbxa1', title: 'กระเป๋า กระจูด sedge bag' });
    expect(document.body.split(' ')).toEqual(expect.arrayContaining(['สาน', 'พัทลุง', 'ขิง', 'ข่า']));
    expect(document.body).not.toContain('200');
  });

  it('is written for PostgreSQL with positions, the title heavier', () => {
    const document = postgresDocument(searchDocument(listing, { editionId: 'e' }));
    expect(document).toMatch(/^'edxe':1 'กระเป๋า':2A 'กระจูด':3A 'sedge':4A 'bag':5A 'สาน':6 /);
    expect(document.replace(/'[\p{L}\p{N}\p{M}]+':\d+A?/gu, '').trim()).toBe('');
  });
});
