export type RefusalKind = 'not_found' | 'not_allowed' | 'sign_in' | 'conflict' | 'invalid' | 'too_many';

/** One thing wrong with a form: which field, and the catalogue key of the sentence that says what to do. */
export interface Problem {
  field: string;
  key: string;
  params?: Record<string, string | number>;
}

/**
 * A no that a person should read. `key` names a sentence in the catalogues (th and en); services throw these and never
 * HTTP exceptions, so that the same verb serves a page, a robot and a shopper.
 */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly key: string,
    readonly params: Record<string, string | number> = {},
    readonly problems: Problem[] = [],
  ) {
    super(`${kind}: ${key} ${JSON.stringify(params)} ${problems.map((p) => `${p.field}=${p.key}`).join(' ')}`);
    this.name = 'Refusal';
  }
}

export const notFound = (key = 'errors.not_found'): Refusal => new Refusal('not_found', key);
export const notAllowed = (key = 'errors.not_allowed'): Refusal => new Refusal('not_allowed', key);
export const conflict = (key: string, params: Record<string, string | number> = {}): Refusal =>
  new Refusal('conflict', key, params);
export const invalid = (problems: Problem[]): Refusal => new Refusal('invalid', 'errors.form_invalid', {}, problems);
