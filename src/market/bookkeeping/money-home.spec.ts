import { describe, expect, it } from '@jest/globals';
import { nextRoom, roomGroups } from './money-home.js';

describe('the home of a shop’s money', () => {
  it('sends her first to what somebody waits for, then to the books', () => {
    expect(nextRoom({ books: 3, receipts: 1, slips: 2 })).toBe('slips');
    expect(nextRoom({ books: 3, receipts: 1 })).toBe('receipts');
    expect(nextRoom({ books: 3, receipts: 0 })).toBe('books');
    expect(nextRoom({})).toBeNull();
  });

  it('lists every room once, with what waits there', () => {
    const rooms = roomGroups({ payouts: 2 }).flatMap((group) => group.rooms);
    expect(new Set(rooms.map(({ room }) => room)).size).toBe(rooms.length);
    expect(rooms.filter(({ waiting }) => waiting > 0)).toEqual([{ room: 'payouts', waiting: 2 }]);
  });
});
