import { describe, expect, it } from '@jest/globals';
import { asDrawn, drawOneTimePassword } from './one-time-password.js';

describe('a password that the machine makes', () => {
  it('is three groups of four without look-alikes, each time another', () => {
    const drawn = Array.from({ length: 50 }, drawOneTimePassword);
    for (const one of drawn) expect(one).toMatch(/^[2-9a-hjkmnp-tv-z]{4}(-[2-9a-hjkmnp-tv-z]{4}){2}$/);
    expect(new Set(drawn).size).toBe(50);
  });

  it.each(['k3x9-mvqz-7hpd', 'K3x9 mvqz 7hpd', ' k3x9mvqz7hpd\n', 'K3X9–MVQZ–7HPD'])(
    'may be typed as "%s"',
    (typed) => {
      expect(asDrawn(typed)).toBe('k3x9-mvqz-7hpd');
    },
  );
});
