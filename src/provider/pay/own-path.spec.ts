import { describe, expect, it } from '@jest/globals';
import { ownPath } from './own-path.js';

describe('where a page of ours leads on', () => {
  const provider = { appUrl: () => 'http://127.0.0.1:3000' };

  it('is a path when that is another of ours', () => {
    expect(ownPath(provider, 'http://127.0.0.1:3000/pay/card/abc?x=1')).toBe('/pay/card/abc?x=1');
  });

  it('is the whole address when it is anybody else’s', () => {
    for (const other of [
      'http://127.0.0.1:3000/orders',
      'http://127.0.0.1:30001/pay/card/abc',
      'http://shop.test/pay/a',
    ]) {
      expect(ownPath(provider, other)).toBe(other);
    }
  });
});
