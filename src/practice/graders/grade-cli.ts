import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { canonicalJson } from '../../shared/canonical-json.js';
import { loadExercises } from '../exercises/exercise-loader.js';
import { gradeSnapshot } from './grade-snapshots.js';

/** `npm run grade -- FILE.json…`: grades exported snapshots offline. Prints one canonical JSON array; the same files give the same bytes. */
function main(files: string[]): void {
  if (files.length === 0) throw new Error('Which snapshots? npm run grade -- FILE.json…');
  const exercises = loadExercises();
  // The folder is left out of the answer, so that where a file lies does not change the bytes.
  const graded = files.map((file) => gradeSnapshot(basename(file), readFileSync(file, 'utf8'), exercises));
  process.stdout.write(`${canonicalJson(graded)}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
