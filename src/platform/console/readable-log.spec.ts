import { describe, expect, it } from '@jest/globals';
import { readableLine } from './readable-log.js';

const line = (more: object) =>
  readableLine(
    JSON.stringify({ level: 30, time: Date.UTC(2026, 0, 1, 9, 8, 7), pid: 1, hostname: 'x', reqId: 'r1', ...more }),
  );

describe('a line of the log in a terminal', () => {
  it('tells when and what, and of a fault with which id and where', () => {
    expect(line({ method: 'GET', url: '/', status: 200, ms: 3, msg: 'answered' })).toMatch(
      /^\d\d:08:07 answered method=GET url=\/ status=200 ms=3\n$/,
    );
    expect(
      line({ level: 50, msg: 'request failed', err: { type: 'Error', message: 'no', stack: 'Error: no\n    at x' } }),
    ).toMatch(/^\d\d:08:07 ERROR request failed reqId=r1\nError: no\n {4}at x\n$/);
  });

  it('leaves alone what is none', () => {
    expect(readableLine('something else\n')).toBe('something else\n');
    expect(readableLine('"text"')).toBe('"text"');
  });
});
