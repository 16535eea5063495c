import type { Unit } from '../../practice/competency/framework.js';
import type { MachineView } from './answer.js';

export interface Marked extends MachineView {
  code: string;
  isMarked: boolean;
}

/** The gravest first. */
export const WHY_MISSING = ['error', 'own_answer', 'unmarked'] as const;
export type WhyMissing = (typeof WHY_MISSING)[number];

/** What stands between these criteria and a signature, in their order. A broken check bars it: what it would have said is unknown. */
export function missingForSignature(criteria: readonly Marked[]): Array<{ code: string; why: WhyMissing }> {
  return criteria.flatMap((each) => {
    const why = whyMissing(each);
    return why ? [{ code: each.code, why }] : [];
  });
}

function whyMissing({ isMarked, method, outcome }: Marked): WhyMissing | null {
  if (outcome === 'error') return 'error';
  if (isMarked) return null;
  return method === 'both' || outcome === 'needs_person' ? 'own_answer' : 'unmarked';
}

/** What a unit's decision needs beyond one submission: the criteria that it does not show. */
export function missingForUnit(unit: Unit, shown: ReadonlySet<string>) {
  const all = unit.elements.flatMap((element) => element.criteria);
  return {
    total: all.length,
    shown: all.filter(({ code }) => shown.has(code)).length,
    rest: all.filter(({ code }) => !shown.has(code)),
  };
}
