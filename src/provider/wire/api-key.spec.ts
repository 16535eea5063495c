import { describe, expect, it } from '@jest/globals';
import { readApiKey } from './api-key.js';
import { Problem } from './problem.js';

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
const statusOf = (header?: string) => {
  const answer = readApiKey(header);
  return answer instanceof Problem ? answer.status : answer;
};

describe('an API key', () => {
  it('is read from Bearer and from the user of Basic', () => {
    expect(readApiKey('Bearer sk_test_abc')).toBe('sk_test_abc');
    expect(readApiKey(basic('sk_test_abc'))).toBe('sk_test_abc');
  });

  it('is refused with 401 when missing or of no known form', () => {
    expect(statusOf()).toBe(401);
    expect(statusOf('Bearer ')).toBe(401);
    expect(statusOf('Bearer hello')).toBe(401);
    expect(statusOf('Digest sk_test_abc')).toBe(401);
  });

  it('is refused with 403 when it is publishable', () => {
    expect(statusOf('Bearer pk_test_abc')).toBe(403);
  });

  it('is always refused when live, and no part of it is repeated', () => {
    for (const key of ['sk_live_secretpart', 'rk_live_secretpart', 'pk_live_secretpart']) {
      const answer = readApiKey(basic(key));
      expect(answer).toBeInstanceOf(Problem);
      expect((answer as Problem).status).toBe(401);
      expect((answer as Problem).message).not.toContain('secretpart');
    }
  });
});
