import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const file = (code) => new URL(`../../seeds/exercises/${code}.yaml`, import.meta.url);

/**
 * What an exercise declares: its robots with the criteria that each misses, and its own sentences.
 * @param {string} code
 * @returns {{ code: string, title: string, max: number, criteria: string[], messages: Record<string, string>, robots: Array<{ name: string, fails: string[] }> }}
 */
export function declaredBy(code) {
  const exercise = parse(readFileSync(file(code), 'utf8'));
  const criteria = exercise.criteria.map((criterion) => criterion.code);
  return {
    code,
    title: exercise.title.th,
    max: exercise.max,
    criteria,
    messages: exercise.messages?.th ?? {},
    robots: exercise.robots.map(({ name, fails }) => ({ name, fails: fails === 'all' ? criteria : fails })),
  };
}
