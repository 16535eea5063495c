import { describe, expect, it } from '@jest/globals';
import { loggedError } from './logged-error.js';

describe('an error in the log', () => {
  it('says what and where, without the values of a statement', () => {
    const failed = Object.assign(new TypeError('invalid byte'), {
      parameters: ['สมชาย ใจดี'],
      detail: 'Key (name)=(สมชาย)',
    });
    const logged = loggedError(failed);
    expect(logged).toMatchObject({ type: 'TypeError', message: 'invalid byte' });
    expect(logged.stack).toContain('logged-error.spec');
    expect(JSON.stringify(logged)).not.toContain('สมชาย');
  });

  it('takes what was thrown and is no error as it is', () =>
    expect(loggedError('gone')).toEqual({ type: 'string', message: 'gone', stack: '' }));
});
