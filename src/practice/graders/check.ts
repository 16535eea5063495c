import type { ZodType } from 'zod';
import type { Facts } from './facts.js';
import type { Evidence, MessageParams, Outcome } from './finding.js';

/** What a check says, before `grade` turns it into a finding: the key decides the outcome. */
export interface Said<Key extends string = string> {
  key: Key;
  params?: MessageParams;
  evidence: Evidence[];
  notObserved?: boolean;
}

/** The outcomes that a check may choose: `error` is not one, it happens. */
export type SayableOutcome = Exclude<Outcome, 'error'>;

/**
 * A landed check is never edited: `title@2` is a new file beside `title@1`, so that an old result can be replayed byte for byte.
 * `judge` is a plain function of the facts and the exercise's parameters, without clock, network or `Intl`.
 */
export interface Check {
  /** `title@1`. Message keys are `title.<key>`: the name without its version. */
  id: string;
  /** The criterion whose evidence line it was written for. */
  criterion: string;
  params: ZodType<unknown>;
  /** Every key that it can say, with the outcome that the key means. */
  messages: Readonly<Record<string, SayableOutcome>>;
  judge(facts: Facts, params: unknown): Said;
}

interface Definition<Params, Messages extends Record<string, SayableOutcome>> {
  id: string;
  criterion: string;
  params: ZodType<Params>;
  messages: Messages;
  judge(facts: Facts, params: Params): Said<keyof Messages & string>;
}

/** Types a check: it can say only keys that it declares. `judge` throws when the parameters are not as declared. */
export function defineCheck<Params, Messages extends Record<string, SayableOutcome>>(
  definition: Definition<Params, Messages>,
): Check {
  const judge = (facts: Facts, params: unknown) => definition.judge(facts, definition.params.parse(params ?? {}));
  return { ...definition, judge };
}

/** `title` of `title@1`. */
export function checkName(id: string): string {
  return id.slice(0, id.indexOf('@'));
}
