import { expect, it } from '@jest/globals';
import { loadExercises } from './exercise-loader.js';
import { inFrameworkOrder } from './in-framework-order.js';

it('puts the first sale first and the closing of a week last', () => {
  const ordered = loadExercises().sort(inFrameworkOrder);
  expect(ordered.map(({ code }) => code)).toEqual(['first-sale', 'shop-ready', 'money-arrived', 'close-the-week']);
});
