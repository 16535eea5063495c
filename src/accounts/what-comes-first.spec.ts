import { describe, expect, it } from '@jest/globals';
import { type Arrival, NOTICE_VERSION, whatComesFirst } from './what-comes-first.js';

const learner: Arrival = {
  path: '/home',
  query: '',
  isPage: true,
  roles: ['learner'],
  hasOneTimePassword: false,
  noticeVersion: null,
};

describe('what comes first', () => {
  it('is the notice, for a learner who has not seen this version of it, and then the page she wanted', () => {
    expect(whatComesFirst(learner)).toBe('/notice?next=%2Fhome');
    expect(whatComesFirst({ ...learner, path: '/m/abc', query: 'q=ผ้า', noticeVersion: '2020-01' })).toBe(
      '/notice?next=%2Fm%2Fabc%3Fq%3D%E0%B8%9C%E0%B9%89%E0%B8%B2',
    );
    expect(whatComesFirst({ ...learner, noticeVersion: NOTICE_VERSION })).toBeNull();
  });

  it.each(['/', '/notice', '/privacy', '/join', '/join/abc'])('is nothing on %s', (path) => {
    expect(whatComesFirst({ ...learner, path })).toBeNull();
  });

  it('holds up no form, no script and no staff', () => {
    expect(whatComesFirst({ ...learner, isPage: false })).toBeNull();
    expect(whatComesFirst({ ...learner, roles: ['trainer'] })).toBeNull();
    expect(whatComesFirst({ ...learner, roles: ['learner', 'trainer'] })).toBeNull();
  });

  it('is a password of her own, before any page and any form, while she has the machine’s', () => {
    const staff: Arrival = { ...learner, roles: ['trainer'], hasOneTimePassword: true };
    expect(whatComesFirst({ ...staff, path: '/classes', isPage: false })).toBe('/account/password');
    for (const path of ['/account/password', '/sign-out', '/language'])
      expect(whatComesFirst({ ...staff, path })).toBeNull();
  });
});
