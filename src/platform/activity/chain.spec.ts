import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../shared/hash.js';
import { chainHash, FIRST_HASH, firstBreak, type LoggedEvent } from './chain.js';

function chainOf(length: number): LoggedEvent[] {
  const rows: LoggedEvent[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const payload = `{"n":${seq}}`;
    const row = {
      chain: 'c',
      seq,
      type: 'thing.done',
      actor: 'seller',
      personId: null,
      objectId: null,
      marketAt: null,
      wallAt: '2026-01-01T00:00:00.000Z',
      payload,
      payloadHash: sha256Hex(payload),
      previousHash: rows.at(-1)?.hash ?? FIRST_HASH,
    };
    rows.push({ ...row, hash: chainHash(row) });
  }
  return rows;
}
const headOf = (rows: LoggedEvent[]) => ({ seq: rows.length, hash: rows.at(-1)?.hash ?? FIRST_HASH });

describe('a hash-chained log', () => {
  it('is whole when nobody touched it', () => {
    const rows = chainOf(5);
    expect(firstBreak(rows, headOf(rows))).toBeNull();
  });

  it.each([2, 5])('names row %i when it was altered', (seq) => {
    const rows = chainOf(5);
    const head = headOf(rows);
    rows[seq - 1] = { ...(rows[seq - 1] as LoggedEvent), actor: 'somebody else' };
    expect(firstBreak(rows, head)).toEqual({ seq, reason: 'was altered' });
  });

  it('names the row whose payload was altered, but lets retention blank one', () => {
    const rows = chainOf(3);
    const head = headOf(rows);
    rows[1] = { ...(rows[1] as LoggedEvent), payload: null };
    expect(firstBreak(rows, head)).toBeNull();
    rows[1] = { ...(rows[1] as LoggedEvent), payload: '{"n":99}' };
    expect(firstBreak(rows, head)).toEqual({ seq: 2, reason: 'payload was altered' });
  });

  it('names the place of a row that was deleted, in the middle and at the end', () => {
    const rows = chainOf(5);
    expect(
      firstBreak(
        rows.filter((row) => row.seq !== 3),
        headOf(rows),
      )?.seq,
    ).toBe(3);
    expect(firstBreak(rows.slice(0, 4), headOf(rows))?.seq).toBe(5);
  });

  it('names the first of two rows that were swapped', () => {
    const rows = chainOf(4);
    const head = headOf(rows);
    const [a, b, c, d] = rows as [LoggedEvent, LoggedEvent, LoggedEvent, LoggedEvent];
    expect(firstBreak([a, { ...c, seq: 2 }, { ...b, seq: 3 }, d], head)?.seq).toBe(2);
  });

  it('names a row that was added at the end', () => {
    const rows = chainOf(4);
    expect(firstBreak(rows, headOf(rows.slice(0, 3)))?.seq).toBe(4);
  });
});
