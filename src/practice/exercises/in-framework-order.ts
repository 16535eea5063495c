import type { Exercise } from './exercise-schema.js';

/** As the framework goes: whoever looks for the first thing to practise finds opening a shop before closing a week's books. */
export function inFrameworkOrder(one: Pick<Exercise, 'code' | 'criteria'>, other: Pick<Exercise, 'code' | 'criteria'>) {
  const [first, second] = [keyOf(one), keyOf(other)];
  return first < second ? -1 : Number(first > second);
}

const keyOf = ({ code, criteria }: Pick<Exercise, 'code' | 'criteria'>): string =>
  `${criteria.map((criterion) => criterion.code).sort()[0]} ${code}`;
