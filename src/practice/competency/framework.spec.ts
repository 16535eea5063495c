import { describe, expect, it } from '@jest/globals';
import { seedPath } from '../../shared/seed-file.js';
import { loadFramework, readFramework } from './framework.js';

const FILE = seedPath('frameworks/ecu-sbx-1.0.0.json');
const words = { th: 'ก', en: 'a' };
const tiny = (criteria: unknown[]) =>
  JSON.stringify({
    framework: { code: 'T', version: '1.0.0', title: words, status: words },
    units: [{ code: 'T1', title: words, elements: [{ code: 'T1.1', title: words, criteria }] }],
  });
const criterion = { code: 'T1.1.1', statement: words, method: 'auto', critical: false, evidence: 'x' };

describe('a competency framework', () => {
  it('is loaded with its 9 units, 28 elements and 105 criteria', () => {
    const { units } = loadFramework(FILE);
    const elements = units.flatMap((unit) => unit.elements);
    expect([units.length, elements.length, elements.flatMap((element) => element.criteria).length]).toEqual([
      9, 28, 105,
    ]);
  });

  it('finds a criterion by its code', () => {
    expect(loadFramework(FILE).criterion('ECU05.3.1')).toMatchObject({ method: 'auto', critical: true });
  });

  it('says which code it does not know', () => {
    expect(() => loadFramework(FILE).criterion('ECU99.9.9')).toThrow('ECU-SBX 1.0.0 has no criterion ECU99.9.9');
    expect(loadFramework(FILE).findCriterion('ECU99.9.9')).toBeNull();
  });

  it('refuses a method it does not know, naming the file and the field', () => {
    const text = tiny([{ ...criterion, method: 'magic' }]);
    expect(() => readFramework(text, 'tiny.json')).toThrow(/tiny\.json units\.0\.elements\.0\.criteria\.0\.method/);
  });

  it('refuses two criteria of one code, and text that is not JSON', () => {
    expect(() => readFramework(tiny([criterion, criterion]), 'tiny.json')).toThrow('two criteria T1.1.1');
    expect(() => readFramework('{', 'tiny.json')).toThrow('tiny.json is not JSON');
  });
});
