import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { findCategory } from '../catalogue/categories.js';
import { loadGoods } from '../catalogue/goods.js';
import { documentText, searchDocument } from './search-document.js';
import { fts5Query } from './search-query.js';

const pairs = readFileSync(new URL('../../../test/search-pairs.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

const db = new Database(':memory:');
db.exec(
  `CREATE VIRTUAL TABLE search USING fts5(key UNINDEXED, words, tokenize = "unicode61 categories 'L* N* Co Mn Mc'")`,
);
const insert = db.prepare('INSERT INTO search (key, words) VALUES (?, ?)');
for (const goods of loadGoods().values()) {
  const names = [findCategory(goods.category)!.name.th, ...(goods.option?.values.map((value) => value.label.th) ?? [])];
  for (const scope of [{ editionId: 'market' }, { sandboxId: 'another' }]) {
    insert.run(goods.key, documentText(searchDocument({ ...goods, names }, scope)));
  }
}
const find = (text: string, scope = { editionId: 'market' } as object): unknown[] =>
  db.prepare('SELECT key FROM search WHERE search MATCH ? ORDER BY rank').pluck().all(fts5Query(text, scope));

describe('looking for goods in Thai', () => {
  it('finds at least 127 of the 130 pairs', () => {
    const missed = pairs.filter(([query = '', key]) => !find(query).includes(key));
    expect(pairs).toHaveLength(130);
    expect(missed.length > 3 ? missed : []).toEqual([]);
  });

  it('finds no more than a third of the market for any of them', () => {
    const vague = pairs.filter(([query = '']) => find(query).length > loadGoods().size / 3);
    expect(vague).toEqual([]);
  });

  it('finds each listing once, in its own scope', () => {
    expect(find('แคบหมู')).toEqual(['pork-crackling']);
    expect(find('แคบหมู', { editionId: 'market', sandboxId: 'another' })).toHaveLength(2);
    expect(find('แคบหมู', { sandboxId: 'nobody' })).toEqual([]);
  });

  it('does not find what was not asked for', () => {
    expect(find('จักรยาน')).toEqual([]);
    expect(find('แคบหมู ผ้าไหม')).toEqual([]);
  });

  it.each([
    '"',
    "'",
    '") OR ("ผ้า',
    'ผ้า*',
    'ผ้า AND NOT ไหม',
    'words:ผ้า',
    'NEAR(ผ้า ไหม)',
    '-ผ้า ^ไหม',
    "'; DROP TABLE search; --",
  ])('takes %s for words', (text) => {
    const query = fts5Query(text, { editionId: 'market' });
    if (query !== null)
      expect(() => db.prepare('SELECT key FROM search WHERE search MATCH ?').all(query)).not.toThrow();
    expect(query ?? '"edxmarket"').toContain('"edxmarket"');
  });
});
