import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json.js';

/** How far a chain had come when somebody was given a receipt: its last row's number and hash. */
export interface HeadReceipt {
  chain: string;
  seq: number;
  hash: string;
  signature: string;
}

/** The signature of a chain's head with the server's key. Who has only the database cannot make one for a shorter log. */
export function headSignature(key: string, { chain, seq, hash }: Omit<HeadReceipt, 'signature'>): string {
  return createHmac('sha256', key)
    .update(`head:${canonicalJson({ chain, seq, hash })}`)
    .digest('base64url');
}

/** Why a receipt does not fit the log, or null. `rowHash` is what stands at its place now, null when nothing does. */
export function whyNotSigned(key: string | null, receipt: HeadReceipt, rowHash: string | null): string | null {
  if (rowHash === null) return 'a receipt was given for this row, and it is gone';
  if (rowHash !== receipt.hash) return 'is not the row that a receipt was given for';
  if (key !== null && !sameText(headSignature(key, receipt), receipt.signature)) return 'its receipt was forged';
  return null;
}

function sameText(expected: string, actual: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(actual)];
  return a.length === b.length && timingSafeEqual(a, b);
}
