import { describe, expect, it } from '@jest/globals';
import { loadExercises } from '../exercises/exercise-loader.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import { CHECKS } from '../graders/registry.js';
import { firstTaskLeft, touchingVerb } from './first-task-left.js';

const firstSale = loadExercises().find(({ code }) => code === 'first-sale') as Exercise;
const left = (...verbs: string[]) => firstTaskLeft(firstSale, new Set(verbs))?.key ?? null;

describe('where a learner is in an exercise', () => {
  it('begins at the first task', () => {
    expect(left()).toBe('open-shop');
  });

  it('stays at a task until everything in it was touched', () => {
    expect(left('shop.open')).toBe('list-product');
    expect(left('shop.open', 'listing.save')).toBe('list-product');
    expect(left('shop.open', 'listing.save', 'listing.photo')).toBe('count-stock');
  });

  it('names what was left out, also when later things are done', () => {
    const all = ['shop.open', 'listing.save', 'listing.photo', 'document.create', 'label.create'];
    expect(left(...all, 'parcel.tracking.enter')).toBe('count-stock');
    expect(left(...all, 'parcel.tracking.enter', 'stock.opening')).toBeNull();
  });

  it('knows the verb of every check there is', () => {
    expect([...CHECKS.keys()].filter((id) => !touchingVerb(id))).toEqual([]);
  });
});
