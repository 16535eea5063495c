import type { Db, Tx } from './store.js';

export interface Sum {
  currency: string;
  available: number;
  pending: number;
}

/** What an account has in each currency at `now`, in the smallest unit: never stored, always the sum of its entries. */
export async function sums(db: Db, account: string, now: number): Promise<Sum[]> {
  // SUM of PostgreSQL comes as text.
  const rows = await db.sql<{ currency: string; available: string | number; pending: string | number }>`
    SELECT "currency", SUM(CASE WHEN "availableOn" <= ${now} THEN "net" ELSE 0 END) AS "available",
      SUM(CASE WHEN "availableOn" > ${now} THEN "net" ELSE 0 END) AS "pending"
    FROM "balance_entry" WHERE "account" = ${account} GROUP BY "currency" ORDER BY "currency"`;
  return rows.map(({ currency, available, pending }) => ({
    currency,
    available: Number(available),
    pending: Number(pending),
  }));
}

/**
 * What can leave the account now. Until the commit nobody else who asks this takes from the same balance: of two payouts at once
 * the second sees what the first has left.
 */
export async function availableNow(tx: Tx, account: string, currency: string, now: number): Promise<number> {
  if (tx.postgres) await tx.sql`SELECT "id" FROM "account" WHERE "id" = ${account} FOR UPDATE`;
  const all = await sums(tx, account, now);
  return all.find((sum) => sum.currency === currency)?.available ?? 0;
}
