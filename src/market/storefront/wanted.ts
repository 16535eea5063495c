import { satangFrom } from '../../shared/money.js';
import { findCategory, loadCategories } from '../catalogue/categories.js';

export const SORTS = ['new', 'cheap', 'dear'] as const;
const MOST_PAGES = 50;

/** What somebody looks for on the shelf; an empty word and null ask for nothing. Prices in satang. */
export interface Wanted {
  query: string;
  groupId: string;
  categoryId: string;
  province: string;
  lowest: number | null;
  highest: number | null;
  sort: (typeof SORTS)[number];
  page: number;
}

/** Reads an address. What it does not understand it leaves out: a shared link with a stray word in it still shows the market. */
export function wantedFrom(query: Record<string, unknown>): Wanted {
  const said = (name: string): string =>
    String(query[name] ?? '')
      .replaceAll('\0', '')
      .slice(0, 100);
  const category = findCategory(said('category'));
  const group = loadCategories().find(({ id }) => id === said('group'));
  const number = Number(query.page ?? 1);
  return {
    query: said('q').trim(),
    groupId: category?.group ?? group?.id ?? '',
    categoryId: category?.id ?? '',
    province: said('province'),
    lowest: satangFrom(said('min')),
    highest: satangFrom(said('max')),
    sort: SORTS.find((sort) => sort === query.sort) ?? 'new',
    page: Number.isInteger(number) && number >= 1 && number <= MOST_PAGES ? number : 1,
  };
}

/** The address of the same shelf with something changed. Whatever else was asked for stays; another page is only asked for by itself. */
export function shelfAddress(market: string, wanted: Wanted, change: Partial<Wanted>): string {
  const { query, groupId, categoryId, province, lowest, highest, sort, page } = { ...wanted, page: 1, ...change };
  const said = [
    query && `q=${encodeURIComponent(query)}`,
    categoryId ? `category=${categoryId}` : groupId && `group=${groupId}`,
    province && `province=${encodeURIComponent(province)}`,
    lowest !== null && `min=${lowest / 100}`,
    highest !== null && `max=${highest / 100}`,
    sort !== 'new' && `sort=${sort}`,
    page > 1 && `page=${page}`,
  ].filter(Boolean);
  return said.length > 0 ? `/m/${market}?${said.join('&')}` : `/m/${market}`;
}
