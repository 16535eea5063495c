import { describe, expect, it } from '@jest/globals';
import { nextOf, sealNext } from './next-page.js';

describe('the page to go on with after signing in', () => {
  it('is the one that was asked for, by her or by nobody known', () => {
    expect(nextOf('s', sealNext('s', { path: '/m/abc/orders?tab=new', personId: 'her' }), 'her')).toBe(
      '/m/abc/orders?tab=new',
    );
    expect(nextOf('s', sealNext('s', { path: '/classes', personId: null }), 'her')).toBe('/classes');
  });

  it('is none when somebody else on the phone had asked for it', () => {
    expect(nextOf('s', sealNext('s', { path: '/home', personId: 'other' }), 'her')).toBeNull();
  });

  it('is none that a planted cookie or another host names', () => {
    expect(nextOf('s', sealNext('forged', { path: '/home', personId: null }), 'her')).toBeNull();
    expect(nextOf('s', sealNext('s', { path: '//evil.example', personId: null }), 'her')).toBeNull();
    expect(nextOf('s', undefined, 'her')).toBeNull();
  });
});
