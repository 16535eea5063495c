import { describe, expect, it } from '@jest/globals';
import { isNameDoor, nameDoor, readNameDoor } from './name-door.js';

const WHOSE = { classId: 'cls_a', personId: 'per_b', cardKey: 'abcdefghjkmn' };
const address = nameDoor('secret', WHOSE);

describe('the door that a name leads to', () => {
  it('names whose it is, and not the key of her card', () => {
    expect(readNameDoor(address)).toEqual({ classId: 'cls_a', personId: 'per_b' });
    expect(address).not.toContain(WHOSE.cardKey);
    expect(isNameDoor('secret', WHOSE, address)).toBe(true);
  });

  it.each<[string, string, Partial<typeof WHOSE>]>([
    ['a new card', 'secret', { cardKey: 'zzzzzzzzzzzz' }],
    ['another learner', 'secret', { personId: 'per_c' }],
    ['another class', 'secret', { classId: 'cls_c' }],
    ['another machine', 'other', {}],
  ])('does not open for %s', (_whose, secret, change) =>
    expect(isNameDoor(secret, { ...WHOSE, ...change }, address)).toBe(false),
  );

  it.each(['abcdefghjkmn', '', 'a.b', 'a..c', 'a.b.c.d'])('is not taken for a card: %s', (key) =>
    expect(readNameDoor(key)).toBeNull(),
  );
});
