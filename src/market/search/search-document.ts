import { editionToken, type SearchScope, sandboxToken } from './search-query.js';
import { wordsOf } from './words.js';

/** What is read of a listing; the more important first, since ranking sees the title apart. */
export type Searchable = {
  title: { th: string; en?: string | null };
  description: { th: string; en?: string | null };
  /** Names of the category and its group, of the shop and its province, labels of options. */
  names: string[];
  /** Attribute values as they stand; lists are read entry by entry, numbers are not searched. */
  attributes: Record<string, unknown>;
};

/** Three strings of segmented words: the scope's token, the title, all the rest. An index may hold them apart or joined. */
export type SearchDocument = { scope: string; title: string; body: string };

/** The words of a listing as the index stores them, parted by spaces. Exactly one of the two ids of the scope is given. */
export function searchDocument(listing: Searchable, scope: SearchScope): SearchDocument {
  const attributeTexts = Object.values(listing.attributes)
    .flat()
    .filter((value): value is string => typeof value === 'string');
  const body = [listing.description.th, listing.description.en ?? '', ...listing.names, ...attributeTexts];
  return {
    scope: scope.sandboxId === undefined ? editionToken(scope.editionId ?? '') : sandboxToken(scope.sandboxId),
    title: segmented([listing.title.th, listing.title.en ?? '']),
    body: segmented(body),
  };
}

/** The document as one string, for an index with a single column. */
export function documentText(document: SearchDocument): string {
  return `${document.scope} ${document.title} ${document.body}`;
}

/**
 * The document as PostgreSQL's own notation, for `$1::tsvector`: `'sbx1':1 'ผ้า':2A`. Not for to_tsvector, whose parser asks
 * the cluster's encoding and locale what a letter is; the words are cut already, and both databases must find the same.
 */
export function postgresDocument(document: SearchDocument): string {
  const words = documentText(document).split(' ').filter(Boolean).slice(0, MOST_POSITIONS);
  const titleEnd = 1 + document.title.split(' ').filter(Boolean).length;
  return words.map((word, index) => `'${word}':${index + 1}${index > 0 && index < titleEnd ? 'A' : ''}`).join(' ');
}

/** PostgreSQL counts no further. */
const MOST_POSITIONS = 16_000;

/** Texts are segmented one by one, so that the end of one and the beginning of the next make no word. */
function segmented(texts: string[]): string {
  return texts.flatMap(wordsOf).join(' ');
}
