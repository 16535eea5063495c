import { describe, expect, it } from '@jest/globals';
import { movesFrom, SESSION_MOVES, SESSION_STATUSES, sessionAfter } from './session-status.js';

describe('a session of assessment', () => {
  it('makes these moves and no others', () => {
    const made = SESSION_STATUSES.flatMap((from) =>
      SESSION_MOVES.flatMap((move) => {
        const to = sessionAfter(from, move);
        return to ? [`${from} ${move} ${to}`] : [];
      }),
    );
    expect(made).toEqual([
      'planned start running',
      'running pause paused',
      'running end ended',
      'paused resume running',
      'paused end ended',
    ]);
  });

  it('that has ended begins nothing any more', () => {
    expect(movesFrom('ended')).toEqual([]);
  });
});
