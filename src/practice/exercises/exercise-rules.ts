import type { Framework } from '../competency/framework.js';
import { type Check, checkName } from '../graders/check.js';
import type { Exercise } from './exercise-schema.js';

/** What an exercise is held against beside its own shape. */
export interface ExerciseSurroundings {
  framework: Framework;
  checks: ReadonlyMap<string, Check>;
  /** Whether the `checks` catalogue of a language has a sentence for a message key. */
  hasSentence(language: 'th' | 'en', messageKey: string): boolean;
}

/** Something wrong, and the field where it stands. */
export interface ExerciseFault {
  path: (string | number)[];
  message: string;
}

/** Everything for which an exercise may not be published, apart from its robots' runs. */
export function exerciseFaults(exercise: Exercise, around: ExerciseSurroundings): ExerciseFault[] {
  return [
    ...frameworkFaults(exercise, around.framework),
    ...checkFaults(exercise, around),
    ...weightFaults(exercise),
    ...robotFaults(exercise),
  ];
}

function frameworkFaults(exercise: Exercise, framework: Framework): ExerciseFault[] {
  const faults: ExerciseFault[] = [];
  const pinned = `${framework.code.toLowerCase()}-${framework.version}`;
  if (exercise.framework !== pinned) faults.push({ path: ['framework'], message: `the loaded framework is ${pinned}` });
  exercise.criteria.forEach(({ code, method }, index) => {
    const published = framework.findCriterion(code);
    const path = ['criteria', index];
    if (!published) faults.push({ path: [...path, 'code'], message: `the framework has no criterion ${code}` });
    else if (published.method !== method) {
      faults.push({
        path: [...path, 'method'],
        message: `${code} is decided by "${published.method}" in the framework`,
      });
    }
    if (!exercise.checks.some((check) => check.criterion === code)) {
      faults.push({ path: [...path, 'code'], message: `no check decides ${code}` });
    }
  });
  return faults;
}

function checkFaults(exercise: Exercise, around: ExerciseSurroundings): ExerciseFault[] {
  return exercise.checks.flatMap((wanted, index) => {
    const fault = (field: string, message: string): ExerciseFault => ({ path: ['checks', index, field], message });
    const check = around.checks.get(wanted.id);
    if (!check) return [fault('id', `there is no check ${wanted.id}`)];
    const faults: ExerciseFault[] = [];
    const params = check.params.safeParse(wanted.params);
    if (!params.success) {
      const [issue] = params.error.issues;
      faults.push({
        path: ['checks', index, 'params', ...(issue?.path ?? []).map(String)],
        message: issue?.message ?? 'wrong',
      });
    }
    if (check.criterion !== wanted.criterion)
      faults.push(fault('criterion', `${wanted.id} decides ${check.criterion}`));
    if (!exercise.criteria.some(({ code }) => code === wanted.criterion)) {
      faults.push(fault('criterion', `${wanted.criterion} is not among this exercise's criteria`));
    }
    if (!exercise.tasks.some(({ key }) => key === wanted.task))
      faults.push(fault('task', `there is no task ${wanted.task}`));
    const earlier = exercise.checks.slice(0, index).map(({ id }) => id);
    if (earlier.includes(wanted.id)) faults.push(fault('id', `${wanted.id} stands here twice`));
    for (const needed of wanted.needs) {
      if (!earlier.includes(needed)) faults.push(fault('needs', `${needed} must come before ${wanted.id}`));
    }
    return [...faults, ...messageFaults(exercise, check, index, around)];
  });
}

function messageFaults(exercise: Exercise, check: Check, index: number, around: ExerciseSurroundings): ExerciseFault[] {
  const keys = Object.keys(check.messages).map((key) => `${checkName(check.id)}.${key}`);
  return (['th', 'en'] as const).flatMap((language) =>
    keys
      .filter((key) => !exercise.messages[language][key] && !around.hasSentence(language, key))
      .map((key) => ({ path: ['checks', index, 'id'], message: `the message ${key} has no sentence in ${language}` })),
  );
}

function weightFaults({ checks, max }: Exercise): ExerciseFault[] {
  const total = checks.reduce((sum, { weight }) => sum + weight, 0);
  return total === max ? [] : [{ path: ['max'], message: `the weights sum to ${total}` }];
}

function robotFaults({ robots, criteria }: Exercise): ExerciseFault[] {
  const faults: ExerciseFault[] = [];
  robots.forEach(({ fails }, index) => {
    const strange = fails === 'all' ? [] : fails.filter((code) => !criteria.some((each) => each.code === code));
    for (const code of strange)
      faults.push({ path: ['robots', index, 'fails'], message: `${code} is not among this exercise's criteria` });
  });
  const perfect = robots.find(({ name }) => name === 'perfect');
  if (!perfect || perfect.fails.length > 0)
    faults.push({ path: ['robots'], message: 'a robot "perfect" that fails nothing is missing' });
  if (!robots.some(({ name, fails }) => name === 'empty' && fails === 'all')) {
    faults.push({ path: ['robots'], message: 'a robot "empty" that fails all is missing' });
  }
  for (const { code } of criteria) {
    // A criterion that no robot can miss may be one that nobody can miss.
    const missed = robots.some(({ fails }) => fails !== 'all' && fails.includes(code));
    if (!missed) faults.push({ path: ['robots'], message: `no robot fails ${code}` });
  }
  return faults;
}
