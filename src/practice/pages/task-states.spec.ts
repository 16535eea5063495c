import { describe, expect, it } from '@jest/globals';
import type { ExerciseTask } from '../exercises/exercise-schema.js';
import type { Outcome } from '../graders/finding.js';
import { nextTask, taskState } from './task-states.js';

const checks = (task: string, ...outcomes: Outcome[]) => outcomes.map((outcome) => ({ task, outcome }));
const task = (key: string): ExerciseTask => ({
  key,
  title: { th: key, en: key },
  instruction: { th: key, en: key },
  page: 'shop',
});

describe('the state of a task', () => {
  it.each<[Outcome[], string]>([
    [['met', 'met'], 'met'],
    [['met', 'needs_person'], 'met'],
    [['met', 'error'], 'met'],
    [['met', 'not_attempted'], 'not_yet'],
    [['not_attempted', 'not_attempted'], 'not_yet'],
    [['blocked'], 'not_yet'],
    [['not_attempted', 'not_met'], 'again'],
    [['met', 'not_met'], 'again'],
  ])('of checks that say %s is %s', (outcomes, state) => {
    expect(taskState('pack', checks('pack', ...outcomes))).toBe(state);
  });

  it('rests on the checks of that task alone', () => {
    expect(taskState('pack', [...checks('pack', 'met'), ...checks('send', 'not_met')])).toBe('met');
  });

  it('makes the first task that is not met the next one', () => {
    const tasks = [task('shop'), task('list'), task('pack')];
    const done = [...checks('shop', 'met'), ...checks('list', 'not_met'), ...checks('pack', 'not_attempted')];
    expect(nextTask({ tasks }, done)?.key).toBe('list');
    expect(nextTask({ tasks }, [...checks('shop', 'met'), ...checks('list', 'met'), ...checks('pack', 'met')])).toBe(
      null,
    );
  });
});
