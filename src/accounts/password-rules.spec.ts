import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from './password-rules.js';

const problem = (password: string) => passwordProblem(password, 'somjit@school.example');

describe('a new password', () => {
  it.each(['ปลาทูสองเข่งกับข้าว', 'correct horse battery', 'แมว ปลา ข้าวหอม', 'mudmee-loom-9-hands', 'k3x9-mvqz-7hpd'])(
    'may be %s',
    (password) => expect(problem(password)).toBeNull(),
  );

  it.each([
    ['', 'staff.password_short'],
    ['ปลาทู9เข่ง', 'staff.password_short'],
    ['a b c d e f', 'staff.password_short'],
    ['ปลา ปลา ปลา', 'staff.password_short'],
    ['somjit@school.example', 'staff.password_is_email'],
    ['Somjit12 somjit', 'staff.password_is_email'],
    ['passwordpassword', 'staff.password_common'],
    ['Password12345678', 'staff.password_common'],
    ['123456789012345', 'staff.password_common'],
    ['aaaaaaaaaaaaaaa', 'staff.password_common'],
    ['qwerty qwerty qwerty', 'staff.password_common'],
    ['talad-demo-2569', 'staff.password_common'],
    ['ก'.repeat(201), 'staff.password_long'],
  ])('may not be "%s"', (password, key) => expect(problem(password)).toBe(key));
});
