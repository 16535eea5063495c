import { loadCategories } from '../catalogue/categories.js';
import { SORTS, shelfAddress, type Wanted } from './wanted.js';

/** The ways on from a shelf: groups, their leaves, orders and pages, each an address that keeps what else was asked for. */
export function shelfLinks(market: string, wanted: Wanted, hasNext: boolean) {
  const to = (change: Partial<Wanted>): string => shelfAddress(market, wanted, change);
  const groups = loadCategories().map(({ id, name }) => ({
    name,
    icon: `group-${id}.svg`,
    isChosen: id === wanted.groupId,
    href: to({ groupId: id, categoryId: '' }),
  }));
  const group = loadCategories().find(({ id }) => id === wanted.groupId);
  const leaves = (group?.categories ?? []).map(({ id, name }) => ({
    name,
    isChosen: id === wanted.categoryId,
    href: to({ categoryId: id === wanted.categoryId ? '' : id }),
  }));
  return {
    groups,
    leaves,
    everyGroup: { isChosen: !group, href: to({ groupId: '', categoryId: '' }) },
    sorts: SORTS.map((sort) => ({ sort, isChosen: sort === wanted.sort, href: to({ sort }) })),
    filters: activeFilters(wanted, to),
    next: hasNext ? to({ page: wanted.page + 1 }) : null,
    previous: wanted.page > 1 ? to({ page: wanted.page - 1 }) : null,
  };
}

/** Each with the address that takes it away. */
function activeFilters({ province, lowest, highest }: Wanted, to: (change: Partial<Wanted>) => string) {
  return {
    province: province ? { words: province, href: to({ province: '' }) } : null,
    lowest: lowest === null ? null : { satang: lowest, href: to({ lowest: null }) },
    highest: highest === null ? null : { satang: highest, href: to({ highest: null }) },
    isAny: Boolean(province) || lowest !== null || highest !== null,
  };
}
