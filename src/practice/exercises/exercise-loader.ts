import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSeed, seedPath } from '../../shared/seed-file.js';
import { loadFramework } from '../competency/framework.js';
import { CHECKS } from '../graders/registry.js';
import { type ExerciseSurroundings, exerciseFaults } from './exercise-rules.js';
import { type Exercise, exerciseShape } from './exercise-schema.js';

export const EXERCISES = seedPath('exercises');

/**
 * Every exercise of a folder (absolute path), in order of file name. Throws an Error that names each fault by file, line and field,
 * and when two files hold the same version of one exercise.
 */
export function loadExercises(folder: string = EXERCISES, around: ExerciseSurroundings = surroundings()): Exercise[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const seen = new Map<string, string>();
  return files.sort().map((file) => {
    const exercise = readExercise(readFileSync(join(folder, file), 'utf8'), file, around);
    const version = `${exercise.code} ${exercise.version}`;
    const twin = seen.get(version);
    if (twin) throw new Error(`${file} and ${twin} both hold ${version}.`);
    seen.set(version, file);
    return exercise;
  });
}

/** One exercise from its YAML text; `name` is what an error calls the file. */
export function readExercise(text: string, name: string, around: ExerciseSurroundings = surroundings()): Exercise {
  const schema = exerciseShape.superRefine((exercise, context) => {
    for (const fault of exerciseFaults(exercise, around)) context.addIssue({ code: 'custom', ...fault });
  });
  return parseSeed(text, schema, name);
}

/** What stands in this installation: the project's framework, the landed checks, the catalogues. */
export function surroundings(): ExerciseSurroundings {
  const sentences = { th: catalogue('th'), en: catalogue('en') };
  return {
    framework: loadFramework(seedPath('frameworks/ecu-sbx-1.0.0.json')),
    checks: CHECKS,
    hasSentence(language, messageKey) {
      const [name = '', key = ''] = messageKey.split('.');
      return Boolean(sentences[language][name]?.[key]);
    },
  };
}

function catalogue(language: 'th' | 'en'): Record<string, Record<string, string> | undefined> {
  return JSON.parse(readFileSync(seedPath(`../views/catalogues/${language}/checks.json`), 'utf8'));
}
