import type { Role } from '../platform/web/policy.js';

/** Changed with the words of the notice: whoever has read another version is shown it again. */
export const NOTICE_VERSION = '2026-11';

const PASSWORD_PAGE = '/account/password';
/** What stays open to her whose password is the machine's. */
const WITH_ONE_TIME_PASSWORD = /^\/(account\/password|sign-out|language)$/;
/** What stays open before she has understood what is kept of her. */
const BEFORE_NOTICE = /^\/(notice|privacy|style|health.*|readyz|join.*|staff)?$/;

export interface Arrival {
  path: string;
  query: string;
  /** Whether a person opens a page; a form or a script is on its way from one that she was shown. */
  isPage: boolean;
  roles: readonly Role[];
  hasOneTimePassword: boolean;
  noticeVersion: string | null;
}

/** Where she has to go before she may go on: to a password of her own, or to what is kept of her. */
export function whatComesFirst({ path, query, isPage, roles, ...known }: Arrival): string | null {
  if (known.hasOneTimePassword) return WITH_ONE_TIME_PASSWORD.test(path) ? null : PASSWORD_PAGE;
  const isLearner = roles.every((role) => role === 'learner');
  if (!isLearner || !isPage || known.noticeVersion === NOTICE_VERSION || BEFORE_NOTICE.test(path)) return null;
  return `/notice?next=${encodeURIComponent(query ? `${path}?${query}` : path)}`;
}
