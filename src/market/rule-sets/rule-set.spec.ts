import { describe, expect, it } from '@jest/globals';
import { assembleValues } from './rule-rows.js';
import { loadRuleSet, ruleValues } from './rule-set.js';

describe('a rule set', () => {
  const rules = loadRuleSet('teaching-2026-1');

  it('gives every value that checks read, each row with its source', () => {
    expect(rules.values.returnDays.ordinary).toBe(7);
    expect(rules.values.notifyWithinHours).toBe(24);
    expect(rules.rows.every((row) => row.source.length > 10)).toBe(true);
  });

  it('has a practice phone plan in which no real Thai number fits', () => {
    const fits = (digits: string) =>
      Object.values(rules.values.phonePlan).some((plan) => new RegExp(plan).test(digits));
    expect(fits('0012345678')).toBe(true);
    expect(fits('012345678')).toBe(true);
    for (const real of ['0812345678', '0612345678', '0912345678', '021234567', '053123456', '1669']) {
      expect(fits(real)).toBe(false);
    }
  });

  it('names the missing value when a row is gone', () => {
    const rows = rules.rows.filter((row) => row.key !== 'returnDays.perishable');
    expect(ruleValues.safeParse(assembleValues(rows)).error?.issues[0]?.path.join('.')).toBe('returnDays.perishable');
  });

  it('may be like another but for the rows that it has itself', () => {
    const second = loadRuleSet('teaching-2026-2');
    const { codRights, ...others } = second.values;
    expect(others).toEqual(rules.values);
    expect(codRights?.map(({ item }) => item)).toEqual(['open_before_paying', 'claim_days']);
    expect(second.rows.length).toBe(rules.rows.length + 1);
    expect(rules.values.codRights).toBeUndefined();
  });

  it('is refused when there is no such file', () => {
    expect(() => loadRuleSet('teaching-1999-1')).toThrow('teaching-1999-1');
  });
});
