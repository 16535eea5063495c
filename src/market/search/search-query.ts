import { piecesOf, type QueryPiece } from './synonyms.js';
import { wordsOf } from './words.js';

/** Where to look: a sandbox's own listings, and the edition of the scenario that it shares. */
export type SearchScope = { sandboxId?: string; editionId?: string };

const MOST_WORDS = 12;

/** The indexed token of a sandbox or an edition. A token is found at once, a filter reads every sandbox's hits. */
export function sandboxToken(id: string): string {
  return `sbx${tokenOf(id)}`;
}
export function editionToken(id: string): string {
  return `edx${tokenOf(id)}`;
}

/** An FTS5 match string such as `("sbx1" OR "edx2") AND "ผ้า" AND "ไหม"*`, or null when nothing was typed to look for. */
export function fts5Query(text: string, scope: SearchScope): string | null {
  const pieces = queryPieces(text);
  if (pieces.length === 0) return null;
  const parts = pieces.map((piece, index) =>
    either(
      piece.ways.map((way) => fts5Way(way, index === pieces.length - 1)),
      ' OR ',
    ),
  );
  return [...scopePart(scope, (token) => `"${token}"`, ' OR '), ...parts].join(' AND ');
}

/** The same for PostgreSQL's `$1::tsquery` (see postgresDocument why not to_tsquery), such as `('sbx1' | 'edx2') & 'ผ้า' & 'ไหม':*`. */
export function postgresQuery(text: string, scope: SearchScope): string | null {
  const pieces = queryPieces(text);
  if (pieces.length === 0) return null;
  const parts = pieces.map((piece, index) =>
    either(
      piece.ways.map((way) => postgresWay(way, index === pieces.length - 1)),
      ' | ',
    ),
  );
  return [...scopePart(scope, (token) => `'${token}'`, ' | '), ...parts].join(' & ');
}

/** The last word may be half typed, so it counts as a beginning; but one letter would find half the market. */
function queryPieces(text: string): QueryPiece[] {
  return piecesOf(wordsOf(text).slice(0, MOST_WORDS));
}

// Words are letters, digits and marks only (wordsOf), so that no quote can close early in either language.
function fts5Way(way: string[], last: boolean): string {
  const phrase = `"${way.join(' ')}"`;
  return last && isLongEnough(way) ? `${phrase}*` : phrase;
}

function postgresWay(way: string[], last: boolean): string {
  const words = way.map((word) => `'${word}'`);
  const phrase = `${words.join(' <-> ')}${last && isLongEnough(way) ? ':*' : ''}`;
  return words.length > 1 ? `(${phrase})` : phrase;
}

function isLongEnough(way: string[]): boolean {
  return (way.at(-1)?.length ?? 0) > 1;
}

function scopePart(scope: SearchScope, quoted: (token: string) => string, or: string): string[] {
  const tokens = [
    ...(scope.sandboxId === undefined ? [] : [sandboxToken(scope.sandboxId)]),
    ...(scope.editionId === undefined ? [] : [editionToken(scope.editionId)]),
  ];
  return tokens.length === 0 ? [] : [either(tokens.map(quoted), or)];
}

function either(ways: string[], or: string): string {
  return ways.length === 1 ? String(ways[0]) : `(${ways.join(or)})`;
}

function tokenOf(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '');
}
