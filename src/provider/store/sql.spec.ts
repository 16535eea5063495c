import { describe, expect, it } from '@jest/globals';
import { among, part, statement } from './sql.js';

describe('a statement', () => {
  const paid = part` AND status = ${'paid'}`;
  const whole = part`SELECT * FROM x WHERE id IN ${among(['a', 'b'])}${paid} LIMIT ${3}`;

  it('takes in parts with their values in the order of the text', () => {
    expect(statement(false, whole)).toEqual([
      'SELECT * FROM x WHERE id IN (?, ?) AND status = ? LIMIT ?',
      ['a', 'b', 'paid', 3],
    ]);
  });

  it('numbers its parameters for PostgreSQL', () => {
    expect(statement(true, whole)[0]).toBe('SELECT * FROM x WHERE id IN ($1, $2) AND status = $3 LIMIT $4');
  });

  it('matches nothing with an empty list, and binds undefined as NULL', () => {
    expect(statement(false, part`a IN ${among([])} AND b = ${undefined}`)).toEqual(['a IN (NULL) AND b = ?', [null]]);
  });
});
