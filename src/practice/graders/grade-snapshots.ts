import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';
import { parseFacts } from './facts.js';
import { type GradedExercise, type Grading, grade } from './grade.js';
import { CHECKS } from './registry.js';

/** One graded snapshot; `snapshot` is the SHA-256 of the snapshot's canonical JSON, as on the hand-in receipt. */
export interface GradedSnapshot {
  file: string;
  snapshot: string;
  grading: Grading;
}

/**
 * Grades one exported snapshot from its JSON text with the exercise version that it names. Throws an Error that names the file when
 * it is no snapshot, or when that version is not at hand.
 */
export function gradeSnapshot(file: string, text: string, exercises: readonly GradedExercise[]): GradedSnapshot {
  const raw = parseJson(file, text);
  const facts = parseFacts(raw, file);
  const { code, version } = facts.exercise;
  const exercise = exercises.find((each) => each.code === code && each.version === version);
  if (!exercise) throw new Error(`${file} was made for ${code} version ${version}, which is not in seeds/exercises.`);
  return { file, snapshot: sha256Hex(canonicalJson(raw)), grading: grade(facts, exercise, CHECKS) };
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`);
  }
}
