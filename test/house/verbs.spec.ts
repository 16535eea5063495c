import { describe, expect, it } from '@jest/globals';
import { touchingVerb } from '../../src/practice/attempts/first-task-left.js';
import { CHECKS } from '../../src/practice/graders/registry.js';
import { filesBelow } from './sources.js';

/** `this.acts.verb('book.save', …)`, also with the name on a line of its own. */
const DECLARATION = /\bacts\.verb\(\s*'([^']+)'/g;
const declared = filesBelow('src', '.ts')
  .filter(({ path }) => !path.endsWith('.spec.ts'))
  .flatMap(({ text }) => [...text.matchAll(DECLARATION)].map((match) => match[1] ?? ''));

describe('the verbs of the market', () => {
  it('are declared once each', () => {
    expect(declared.length).toBeGreaterThan(40);
    expect(declared.filter((verb, at) => declared.indexOf(verb) !== at)).toEqual([]);
  });

  it('include every one by which a learner touches what a check looks at', () => {
    const touched = [...CHECKS.keys()].map((check) => ({ check, verb: touchingVerb(check) ?? '' }));
    expect(touched.filter(({ verb }) => !declared.includes(verb))).toEqual([]);
  });
});
