import { describe, expect, it } from '@jest/globals';
import { list, nothing, part, SqlName, statement } from './sql.js';

const written =
  (postgres: boolean) =>
  (text: TemplateStringsArray, ...values: unknown[]) =>
    statement(postgres, text, values);

describe('a statement', () => {
  it('binds its values in the way of each database', () => {
    expect(written(false)`SELECT ${1} + ${true}`).toEqual(['SELECT ? + ?', [1, 1]]);
    expect(written(true)`SELECT ${1} + ${true}`).toEqual(['SELECT $1 + $2', [1, true]]);
  });

  it('numbers the values of its parts and lists in the order in which they stand', () => {
    const asked = part`AND "c" = ${'c'}`;
    expect(written(true)`WHERE "a" IN ${list(['x', 'y'])} ${asked} LIMIT ${24}`).toEqual([
      'WHERE "a" IN ($1, $2) AND "c" = $3 LIMIT $4',
      ['x', 'y', 'c', 24],
    ]);
  });

  it('takes parts within parts, and one that is not asked for leaves nothing', () => {
    const inner = part`"b" = ${2}`;
    expect(written(false)`WHERE ${part`"a" = ${1} AND ${inner}`}${nothing}`).toEqual([
      'WHERE "a" = ? AND "b" = ?',
      [1, 2],
    ]);
  });

  it('finds nothing in an empty list instead of failing', () => {
    expect(written(false)`"a" IN ${list([])}`).toEqual(['"a" IN (NULL)', []]);
  });

  it('keeps text out of names', () => {
    expect(written(true)`ORDER BY ${new SqlName('price')}`).toEqual(['ORDER BY "price"', []]);
    expect(() => new SqlName('price"; DROP TABLE x')).toThrow('Not a name');
  });
});
