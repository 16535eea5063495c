import { describe, expect, it } from '@jest/globals';
import { readStaff } from './staff-input.js';

const form = { name: ' ครูใหม่   ใจดี ', email: 'New@School.Example', roles: ['assessor', 'trainer', 'learner', 'king'] };
const keys = (changed: object) => readStaff({ ...form, ...changed }).problems.map(({ key }) => key);

describe('what an administrator fills in about staff', () => {
  it('is read with the roles that there are', () => {
    expect(readStaff(form)).toEqual({
      input: { name: 'ครูใหม่ ใจดี', email: 'new@school.example', roles: ['trainer', 'assessor'] },
      problems: [],
    });
  });

  it('must have a name, an address and a role', () => {
    expect(keys({ name: ' ', email: '', roles: undefined })).toEqual([
      'staff.name_missing',
      'staff.email_unreadable',
      'staff.roles_missing',
    ]);
    expect(keys({ name: 'ก'.repeat(81) })).toEqual(['staff.name_long']);
    expect(keys({ roles: 'learner' })).toEqual(['staff.roles_missing']);
  });

  it.each(['a', 'a@b', 'a b@c.d', 'a@b@c.d', '<a>@b.c', `${'a'.repeat(100)}@b.c`])(
    'does not take %s for an address',
    (email) => {
      expect(keys({ email })).toEqual(['staff.email_unreadable']);
    },
  );
});
