import { parentPort, workerData } from 'node:worker_threads';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { parseFacts } from '../../practice/graders/facts.js';
import { type Grading, grade } from '../../practice/graders/grade.js';
import { CHECKS } from '../../practice/graders/registry.js';
import { unpackSnapshot } from '../../practice/snapshot/pack.js';
import { sha256Hex } from '../../shared/hash.js';

/** A submission as it was frozen: `snapshot` is packed, `sha` the hash on its receipt. */
export interface Frozen {
  submissionId: string;
  snapshot: string;
  sha: string;
}

/** The answer for one submission; `grading` is null where the snapshot is not what was handed in, or cannot be read. */
export interface Regraded {
  submissionId: string;
  grading: Grading | null;
}

// A thread of its own: whoever loads a page meanwhile waits for no snapshot.
parentPort?.on('message', (all: Frozen[]) => parentPort?.postMessage(all.map(regraded)));

function regraded({ submissionId, snapshot, sha }: Frozen): Regraded {
  try {
    const text = unpackSnapshot(snapshot);
    if (sha256Hex(text) !== sha) return { submissionId, grading: null };
    const facts = parseFacts(JSON.parse(text), submissionId);
    return { submissionId, grading: grade(facts, workerData as Exercise, CHECKS) };
  } catch {
    return { submissionId, grading: null };
  }
}
