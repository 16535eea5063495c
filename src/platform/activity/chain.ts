import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';

/** A row of the log as it is stored. `payload` may be blanked by retention: the chain covers its hash, not its text. */
export interface LoggedEvent {
  chain: string;
  seq: number;
  type: string;
  actor: string;
  personId: string | null;
  objectId: string | null;
  marketAt: string | null;
  wallAt: string;
  payload: string | null;
  payloadHash: string;
  previousHash: string;
  hash: string;
}

export const FIRST_HASH = '0'.repeat(64);

/** The hash that chains a row to the one before it: everything but the payload's own text. */
export function chainHash(row: Omit<LoggedEvent, 'hash'> & { hash?: string }): string {
  const { payload: _covered, hash: _itself, ...rest } = row;
  return sha256Hex(canonicalJson(rest));
}

export interface ChainHead {
  seq: number;
  hash: string;
}

/** The first row that does not fit, with the reason, or null. `rows` come in order of `seq`; `head` is what the log says it ends with. */
export function firstBreak(rows: readonly LoggedEvent[], head: ChainHead): { seq: number; reason: string } | null {
  let previousHash = FIRST_HASH;
  let seq = 0;
  for (const row of rows) {
    seq += 1;
    if (seq > head.seq) return { seq, reason: 'was added after the end of the log' };
    if (row.seq !== seq) return { seq, reason: `row ${seq} is missing` };
    if (row.previousHash !== previousHash) return { seq, reason: 'does not follow from the row before it' };
    if (row.payload !== null && sha256Hex(row.payload) !== row.payloadHash)
      return { seq, reason: 'payload was altered' };
    if (chainHash(row) !== row.hash) return { seq, reason: 'was altered' };
    previousHash = row.hash;
  }
  if (head.seq !== seq || head.hash !== previousHash) return { seq: seq + 1, reason: 'the end of the log was cut' };
  return null;
}
