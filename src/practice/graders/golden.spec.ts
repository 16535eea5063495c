import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../shared/canonical-json.js';
import { seedPath } from '../../shared/seed-file.js';
import { loadExercises } from '../exercises/exercise-loader.js';
import { gradeSnapshot } from './grade-snapshots.js';

const FOLDER = seedPath('golden');
const exercises = loadExercises();
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');

describe('golden snapshots', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.facts.json'));

  const name = 'first-sale-perfect.facts.json';

  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(2);
  });

  // A difference here means that a landed check was edited: make a new version beside it instead.
  it.each(names)('%s is graded today byte for byte as when it landed', (name) => {
    const graded = canonicalJson(gradeSnapshot(name, read(name), exercises));
    expect(`${graded}\n`).toBe(read(name.replace('.facts.json', '.grading.json')));
  });

  it('are refused when a field is not as the contract says, by file and field', () => {
    const wrong = read(name).replace('"facts@1"', '"facts@0"');
    expect(() => gradeSnapshot(name, wrong, exercises)).toThrow(/first-sale.* is not a facts@1 snapshot\nschema/);
  });

  it('are refused when the exercise version that they name is gone', () => {
    expect(() => gradeSnapshot(name, read(name), [])).toThrow('first-sale version 1, which is not in seeds/exercises');
  });
});
