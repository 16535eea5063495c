import type { Database } from '../database/database.js';
import { type ChainHead, firstBreak, type LoggedEvent } from './chain.js';

export interface BrokenChain {
  chain: string;
  seq: number;
  reason: string;
}

/** How many chains there are, and the first broken row of each that does not hold. A chain that lost its head counts as cut. */
export async function brokenChains(db: Database): Promise<{ chains: number; broken: BrokenChain[] }> {
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
  return { chains: heads.length + orphans.length, broken };
}
