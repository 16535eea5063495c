import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FAULTS } from '../graders/faulty-facts.js';
import { grade } from '../graders/grade.js';
import { perfectFacts } from '../graders/perfect-facts.js';
import { CHECKS } from '../graders/registry.js';
import { EXERCISES, loadExercises, readExercise, surroundings } from './exercise-loader.js';

const text = readFileSync(join(EXERCISES, 'first-sale.yaml'), 'utf8');
/** The file with one place changed, and the line on which that place stands. */
function changed(from: string, to: string) {
  if (!text.includes(from)) throw new Error(`first-sale.yaml has no "${from}"`);
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  return { line, read: () => readExercise(text.replace(from, to), 'first-sale.yaml') };
}

describe('the exercises', () => {
  const exercises = loadExercises();

  it('cover opening a shop, selling once, money that comes straight to the shop, and its books', () => {
    expect(exercises.map(({ code, version }) => `${code}@${version}`)).toEqual([
      ...['close-the-week@2', 'close-the-week-vat@1', 'close-the-week@1', 'first-sale@1'],
      ...['money-arrived@2', 'money-arrived@1', 'shop-ready@1'],
    ]);
    const covered = new Set(exercises.flatMap(({ criteria }) => criteria.map(({ code }) => code)));
    expect(covered.size).toBe(26);
    const judged = [...CHECKS.values()].map(({ criterion }) => criterion);
    expect(judged.filter((criterion) => !covered.has(criterion))).toEqual([]);
  });

  for (const exercise of exercises) {
    for (const robot of exercise.robots) {
      it(`${exercise.code}@${exercise.version}: the work of ${robot.name} misses exactly what is declared`, () => {
        const fault = FAULTS[robot.name];
        if (!fault) throw new Error(`Nothing shows the work of ${robot.name}.`);
        const grading = grade(perfectFacts(fault), exercise, CHECKS);
        const missed = grading.criteria.filter(({ outcome }) => outcome !== 'met');
        const declared = robot.fails === 'all' ? exercise.criteria.map(({ code }) => code) : robot.fails;
        expect(missed.map(({ code }) => code)).toEqual(declared);
        expect(grading.errors).toEqual([]);
        if (robot.name === 'perfect') expect([grading.points, grading.max]).toEqual([100, 100]);
        else if (robot.name === 'empty') expect(grading.points).toBe(0);
        else expect(missed.map(({ outcome }) => outcome)).toEqual(missed.map(() => 'not_met'));
      });
    }
  }
});

describe('an exercise that is not right', () => {
  it('is refused with file, line and field when a field is of the wrong kind', () => {
    const { line, read } = changed('minutes: 45', 'minutes: soon');
    expect(read).toThrow(new RegExp(`first-sale\\.yaml:${line} minutes: `));
  });

  it.each([
    ['a check that does not exist', 'id: photos@1', 'id: photos@7', 'checks.1.id: there is no check photos@7'],
    ['a parameter that the check does not know', 'params: { share: 95 }', 'params: { part: 95 }', 'checks.10.params'],
    [
      'a task that does not exist',
      'task: pack, weight: 8',
      'task: park, weight: 8',
      'checks.8.task: there is no task park',
    ],
    ['a page that does not exist', 'page: shop', 'page: shopp', 'tasks.0.page'],
    [
      'a criterion of no framework',
      'code: ECU04.4.1',
      'code: ECU04.4.9',
      'criteria.7.code: the framework has no criterion ECU04.4.9',
    ],
    [
      'another method than the framework has',
      'code: ECU04.2.3, method: both',
      'code: ECU04.2.3, method: auto',
      'criteria.4.method',
    ],
    ['weights that do not sum to the maximum', 'max: 100', 'max: 99', 'max: the weights sum to 100'],
    [
      'a need that comes later',
      'weight: 8 }',
      'weight: 8, needs: [label@1] }',
      'label@1 must come before shop-identity@1',
    ],
    ['a robot that fails a strange criterion', 'fails: [ECU03.1.1]', 'fails: [ECU09.1.1]', 'ECU09.1.1 is not among'],
    ['a criterion that no robot fails', 'fails: [ECU05.3.4]', 'fails: [ECU05.3.1]', 'no robot fails ECU05.3.4'],
  ])('is refused for %s', (_, from, to, sentence) => {
    const { read } = changed(from, to);
    expect(read).toThrow(sentence);
    expect(read).toThrow(/first-sale\.yaml:\d+ /);
  });

  it('is refused when a message has no Thai sentence', () => {
    const around = { ...surroundings(), hasSentence: (language: string) => language === 'en' };
    expect(() => readExercise(text, 'first-sale.yaml', around)).toThrow('photos.too_few has no sentence in th');
  });
});
