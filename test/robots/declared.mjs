import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FOLDER = new URL('../../seeds/exercises/', import.meta.url);

/** The newest version of an exercise, which is the one that a preview shows. */
const newest = (code) =>
  readdirSync(FOLDER)
    .map((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8')))
    .filter((exercise) => exercise.code === code)
    .sort((one, other) => other.version - one.version)[0];

/**
 * What an exercise declares: its robots with the criteria that each misses, and its own sentences.
 * @param {string} code
 * @returns {{ code: string, title: string, max: number, criteria: string[], messages: Record<string, string>, robots: Array<{ name: string, fails: string[] }> }}
 */
export function declaredBy(code) {
  const exercise = newest(code);
  if (!exercise) throw new Error(`Nobody knows how to play ${code}.`);
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
