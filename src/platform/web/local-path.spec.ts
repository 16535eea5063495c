import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.js';

describe('a path to go back to', () => {
  it.each(['/', '/home', '/m/k3x9/orders?tab=new&q=%E0%B8%82'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '',
    'home',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    'https://evil.example',
    '/a b',
    '/a\r\nSet-Cookie: b',
    `/${'a'.repeat(500)}`,
    undefined,
    ['/home'],
  ])('may not be %j', (text) => expect(localPath(text)).toBeNull());
});
