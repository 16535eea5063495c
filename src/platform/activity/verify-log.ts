import type { Database } from '../database/database.js';
import { type ChainHead, firstBreak, type LoggedEvent } from './chain.js';
import { type HeadReceipt, whyNotSigned } from './signed-head.js';

export interface BrokenChain {
  chain: string;
  seq: number;
  reason: string;
}

/**
 * How many chains there are, and the first broken row of each that does not hold. A chain that lost its head counts as cut, and so
 * does one that no longer has a row for which a receipt was given. Without the server's key receipts are not checked for forgery.
 */
export async function brokenChains(
  db: Pick<Database, 'sql'>,
  key: string | null,
): Promise<{ chains: number; broken: BrokenChain[] }> {
  const heads = await db.sql<ChainHead & { chain: string }>`
    SELECT "chain", "seq", "hash" FROM "activity_head" ORDER BY "chain"`;
  const orphans = await db.sql<{ chain: string }>`
    SELECT DISTINCT "chain" FROM "activity_event" WHERE "chain" NOT IN (SELECT "chain" FROM "activity_head") ORDER BY "chain"`;
  const broken: BrokenChain[] = orphans.map(({ chain }) => ({
    chain,
    seq: 1,
    reason: 'the head of the log is missing',
  }));
  for (const head of heads) {
    const rows = await db.sql<LoggedEvent>`SELECT * FROM "activity_event" WHERE "chain" = ${head.chain} ORDER BY "seq"`;
    const found = firstBreak(rows, head);
    if (found) broken.push({ chain: head.chain, ...found });
  }
  const known = new Set(broken.map(({ chain }) => chain));
  broken.push(...(await brokenReceipts(db, key)).filter(({ chain }) => !known.has(chain)));
  return { chains: heads.length + orphans.length, broken };
}

/** The first receipt of each chain that the log does not bear out, also of a chain that is gone as a whole. */
async function brokenReceipts(db: Pick<Database, 'sql'>, key: string | null): Promise<BrokenChain[]> {
  const rows = await db.sql<HeadReceipt & { rowHash: string | null }>`
    SELECT h."chain", h."seq", h."hash", h."signature", e."hash" AS "rowHash" FROM "signed_head" h
    LEFT JOIN "activity_event" e ON e."chain" = h."chain" AND e."seq" = h."seq" ORDER BY h."chain", h."seq"`;
  const first = new Map<string, BrokenChain>();
  for (const { rowHash, ...receipt } of rows) {
    const reason = whyNotSigned(key, receipt, rowHash);
    if (reason && !first.has(receipt.chain))
      first.set(receipt.chain, { chain: receipt.chain, seq: receipt.seq, reason });
  }
  return [...first.values()];
}
