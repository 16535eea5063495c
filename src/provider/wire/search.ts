import { searchObjects } from '../store/searching.js';
import { type Endpoint, readList } from './endpoint.js';
import type { TypeName } from './object-types.js';
import { integer, required, text } from './params.js';
import { invalidParam } from './problem.js';
import { readQuery } from './search-query.js';

/** An endpoint that searches its type by these fields. What was written a moment ago is found at once, unlike at Stripe. */
export const readSearch = (path: string, type: TypeName, fields: readonly string[]): Endpoint => ({
  ...readList(path, type, { query: required(text(1000)), limit: integer(1, 100), page: text(200) }, async (call) => {
    const { query, limit = 10, page } = call.params;
    const after = page === undefined ? null : seqOf(page);
    const found = await searchObjects(call.db, call.account.id, type, readQuery(query, fields), { limit, after });
    return {
      object: 'search_result',
      data: found.rows,
      has_more: found.next !== null,
      next_page: found.next === null ? null : pageOf(found.next),
      total_count: found.total,
      url: path,
    };
  }),
  counted: true,
});

const pageOf = (seq: number): string => Buffer.from(String(seq)).toString('base64url');

function seqOf(page: string): number {
  const seq = Number(Buffer.from(page, 'base64url').toString('utf8'));
  if (Number.isSafeInteger(seq) && seq > 0) return seq;
  throw invalidParam('page', `Invalid page: ${page}`);
}
