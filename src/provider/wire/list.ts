import { type ListQuery, listObjects } from '../store/object-lists.js';
import type { Asking } from './endpoint.js';
import type { Stored, TypeName } from './object-types.js';
import { integer, moments, text } from './params.js';
import { invalidParam, noSuch } from './problem.js';

/** The parameters that every list takes. */
export const paging = { limit: integer(1, 100), starting_after: text(), ending_before: text() };
export const dated = { ...paging, created: moments };

interface Paging {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: ListQuery['created'];
}

export interface ListBody<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

/** A list as Stripe sends it; `where` narrows it by the columns. */
export async function listPage<N extends TypeName>(
  call: Asking<Paging>,
  type: N,
  url: string,
  where: Pick<ListQuery, 'parent' | 'customer' | 'statuses' | 'fields' | 'condition' | 'orElse'> = {},
): Promise<ListBody<Stored<N>>> {
  const { limit = 10, starting_after: startingAfter, ending_before: endingBefore, created } = call.params;
  if (startingAfter !== undefined && endingBefore !== undefined) {
    throw invalidParam('ending_before', 'You cannot use `starting_after` and `ending_before` at the same time.');
  }
  const page = await listObjects(call.db, call.account.id, type, {
    ...where,
    limit,
    ...(startingAfter !== undefined && { startingAfter }),
    ...(endingBefore !== undefined && { endingBefore }),
    ...(created && { created }),
  });
  if (!page.cursorFound) {
    const param = startingAfter === undefined ? 'ending_before' : 'starting_after';
    throw noSuch(type.replaceAll('_', ' '), startingAfter ?? endingBefore ?? '', param, 400);
  }
  return { object: 'list', data: page.rows, has_more: page.hasMore, url };
}
