import type { Page, SeeOther } from '../../platform/web/answer.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import type { Form } from '../shops/shop-input.js';

/** What a form held when it was sent, and what was wrong in it. */
export interface Refill {
  values: Form;
  problems: Problem[];
}

/** Does it, or shows the form again with what was wrong in it. */
export async function answered(
  form: Form,
  again: (refill: Refill) => Promise<Page>,
  work: () => Promise<SeeOther>,
): Promise<Page | SeeOther> {
  try {
    return await work();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
    return again({ values: form ?? {}, problems: refusal.problems });
  }
}
