import { expect, it } from '@jest/globals';
import { loadExercises } from './exercise-loader.js';
import { inFrameworkOrder } from './in-framework-order.js';

it('puts the first sale first and the closing of a week last', () => {
  const codes = loadExercises()
    .sort(inFrameworkOrder)
    .map(({ code }) => code);
  expect([...new Set(codes)]).toEqual([
    'first-sale',
    'shop-ready',
    'money-arrived',
    'close-the-week',
    'close-the-week-vat',
  ]);
});
