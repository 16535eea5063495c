import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import type { Frozen, Regraded } from './grading-worker.js';

/** Grades frozen submissions with one exercise version, beside the thread that answers pages. One batch at a time. */
export class GradingThread {
  private readonly worker: Worker;

  constructor(exercise: Exercise) {
    this.worker = new Worker(new URL('./grading-worker.js', import.meta.url), { workerData: exercise });
    this.worker.unref();
  }

  /** Throws when the thread dies of what it was given. */
  async grade(frozen: readonly Frozen[]): Promise<Regraded[]> {
    this.worker.ref();
    this.worker.postMessage(frozen);
    const [answers] = (await once(this.worker, 'message')) as [Regraded[]];
    this.worker.unref();
    return answers;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
