import type { RuleValues } from '../../market/rule-sets/rule-set.js';
import { alternatives, findPhrases } from '../../shared/phrases.js';
import { comparable } from '../../shared/thai-text.js';

const BEFORE = 25;
const AFTER = 45;
const ALL_CASES_AFTER = 12;
const IN_ALL_CASES = /ทุกกรณี|ทุกเงื่อนไข|any case/;

/**
 * The first clause by which a text refuses every return, as the list spells it, or null. `ไม่รับคืนหากเกิน 7 วัน` is a condition and no
 * blanket clause; with `ทุกกรณี` no exception helps.
 */
export function blanketHit(
  text: string,
  rules: Pick<RuleValues, 'blanketReturnPhrases' | 'blanketExceptions'>,
): string | null {
  const exceptions = new RegExp(alternatives(rules.blanketExceptions));
  // A new line ends a sentence; the comparing below would fold it into a space.
  for (const line of text.split(/[\r\n]+/)) {
    const compared = comparable(line);
    const hit = findPhrases(line, rules.blanketReturnPhrases).find(({ start, end }) => {
      const after = compared.slice(start, end + ALL_CASES_AFTER);
      const around = compared.slice(Math.max(0, start - BEFORE), start) + compared.slice(end, end + AFTER);
      return IN_ALL_CASES.test(after) || !exceptions.test(around);
    });
    if (hit) return hit.phrase;
  }
  return null;
}
