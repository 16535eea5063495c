import { describe, expect, it } from '@jest/globals';
import { functionLengths } from './function-lengths.js';
import { filesBelow } from './sources.js';

/** A migration is a list of tables, and a file of data is read like a table: length says nothing about them. */
const isData = (path: string) => /\/migrations\/|-rows\.ts$|\/migrations\.ts$/.test(path);
/** Literals in the shape of the provider's answer: a list of fields, not a function with too much in it. */
const LITERALS = ['src/provider/resources/intent-body.ts', 'src/provider/resources/session-body.ts'];
const sources = filesBelow('src', '.ts').filter(({ path }) => !isData(path) && !path.endsWith('.spec.ts'));

describe('the size of things', () => {
  it('keeps every file within 250 lines', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 250).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('keeps every function within 50 lines', () => {
    const long = sources
      .filter(({ path }) => !LITERALS.includes(path))
      .flatMap(({ path, text }) =>
        functionLengths(text)
          .filter(({ lines }) => lines > 50)
          .map(({ line, lines }) => `${path}:${line} has ${lines} lines`),
      );
    expect(long).toEqual([]);
  });

  it('sees a function that is too long, whatever its kind', () => {
    const body = 'work();\n'.repeat(60);
    for (const text of [
      `function f() {\n${body}}`,
      `const f = () => {\n${body}};`,
      `class C {\n m() {\n${body}}\n}`,
      `class C {\n constructor() {\n${body}}\n}`,
    ]) {
      expect(Math.max(...functionLengths(text).map(({ lines }) => lines))).toBeGreaterThan(50);
    }
  });
});
