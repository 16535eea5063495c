import { Injectable } from '@nestjs/common';
import type { Slip } from '../../market/receiving/slip.js';
import { Slips } from '../../market/receiving/slips.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import type { Tryout } from './tryouts.service.js';

/** The slip that a visitor decides about, and by which check she is judged. */
@Injectable()
export class SlipDecided {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly slips: Slips,
  ) {}

  async slip({ sandboxId, orderId }: Tryout): Promise<Slip | null> {
    const sandbox = await this.sandboxes.head(sandboxId);
    if (!sandbox) return null;
    const [slip] = await this.slips.ofOrder(generationId(sandbox.id, sandbox.generation), orderId);
    return slip ?? null;
  }

  /** To wait is no decision yet: the money of this slip will not come. */
  async isDecided(tryout: Tryout): Promise<boolean> {
    const result = (await this.slip(tryout))?.result;
    return result === 'accepted' || result === 'rejected';
  }
}

/** The one criterion of the slip door, judged by the check of the exercises: one forged slip is enough to put it to the test. */
export function slipExercise(exercise: Exercise): Exercise {
  const [task] = exercise.tasks;
  const check = {
    id: 'bad-slips@1',
    criterion: 'ECU06.2.2',
    task: task?.key ?? '',
    weight: 100,
    params: { kinds: ['forged'] },
    needs: [],
  };
  return { ...exercise, checks: [check], criteria: [{ code: check.criterion, method: 'auto', required: true }] };
}
