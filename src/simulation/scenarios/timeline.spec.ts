import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parseSeed } from '../../shared/seed-file.js';
import { loadScenario, scenarioFaults } from './scenario.js';
import { injectAt, injectSchema } from './timeline.js';

const timeline = z.strictObject({ timeline: z.array(injectSchema) });
const read = (entry: string) => parseSeed(`timeline:\n  - ${entry}\n`, timeline, 'market.yaml').timeline[0];

describe('the timeline of a scenario', () => {
  it('says what happens, when and to what', () => {
    expect(read('{ kind: shopper_visit, day: 2, target: banana-chips }')).toEqual({
      kind: 'shopper_visit',
      day: 2,
      hour: 9,
      target: 'banana-chips',
      params: {},
    });
  });

  it.each([
    ['a kind that nobody does', '{ kind: earthquake, day: 1, target: riceberry }', /market\.yaml:2 timeline\.0\.kind/],
    ['a day before the first', '{ kind: shopper_visit, day: 0, target: riceberry }', /market\.yaml:2 timeline\.0\.day/],
    ['no target', '{ kind: shopper_visit, day: 1 }', /market\.yaml:2 timeline\.0\.target/],
    [
      'a parameter that is unknown',
      '{ kind: shopper_visit, day: 1, target: riceberry, params: { mood: bad } }',
      /timeline\.0\.params/,
    ],
  ])('is refused with %s, by file, line and field', (_, entry, fault) => {
    expect(() => read(entry)).toThrow(fault);
  });

  it('is refused where it names goods or people that there are not', () => {
    const entry = {
      kind: 'shopper_visit' as const,
      day: 1,
      hour: 9,
      target: 'golden-goose',
      params: { persona: 'nobody' },
    };
    const faults = scenarioFaults({ ...loadScenario('first-market'), timeline: [entry] }).join('\n');
    expect(faults).toContain('timeline.0.target: no goods "golden-goose"');
    expect(faults).toContain('timeline.0.params.persona: nobody is "nobody"');
  });

  it('counts its days in Bangkok from the day on which the market opens', () => {
    const opened = new Date('2026-11-02T01:00:00Z');
    expect(injectAt({ day: 1, hour: 10 }, opened).toISOString()).toBe('2026-11-02T03:00:00.000Z');
    expect(injectAt({ day: 3, hour: 0 }, opened).toISOString()).toBe('2026-11-03T17:00:00.000Z');
  });
});
