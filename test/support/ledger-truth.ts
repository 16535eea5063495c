import type { Raw } from './raw-database.js';

interface Line {
  transactionId: string;
  account: string;
  what: string;
  amountSatang: string | number;
  shopId: string | null;
  orderId: string | null;
  payoutId: string | null;
}

/** The whole ledger of a market (`k3x9abcd.1`), in whole satang. */
export async function ledgerOf(raw: Raw, market: string) {
  const rows = await raw.ask<Line>(`SELECT * FROM "ledger_line" WHERE "market" = '${market}'`);
  const lines = rows.map((line) => ({ ...line, amountSatang: Number(line.amountSatang) }));
  const sum = (of: (line: (typeof lines)[number]) => boolean) =>
    lines.filter(of).reduce((all, { amountSatang }) => all + amountSatang, 0);
  return { lines, sum, of: (account: string) => sum((line) => line.account === account) };
}

/** What cannot be true of any ledger; empty when all is sound. */
export async function ledgerUntruths(raw: Raw, market: string): Promise<string[]> {
  const { lines, sum, of } = await ledgerOf(raw, market);
  const transactions = new Set(lines.map(({ transactionId }) => transactionId));
  const unbalanced = [...transactions].filter((id) => sum((line) => line.transactionId === id) !== 0);
  const taken = await raw.ask<{ id: string; n: string | number }>(`SELECT p."id", COUNT(t."id") AS n FROM "payment" p
    LEFT JOIN "ledger_transaction" t ON t."market" = p."market" AND t."objectId" = p."id" AND t."kind" = 'received'
    WHERE p."market" = '${market}' AND p."status" IN ('captured', 'refunded', 'partially_refunded')
      AND p."method" <> 'bank_transfer' GROUP BY p."id"`);
  return [
    ...unbalanced.map((id) => `${id} does not sum to zero`),
    ...(sum(() => true) === 0 ? [] : ['the ledger does not sum to zero']),
    ...['escrow', 'courier', 'provider', 'vat']
      .filter((account) => of(account) < 0)
      .map((one) => `${one} is below zero`),
    ...taken.filter(({ n }) => Number(n) !== 1).map(({ id, n }) => `${id} came ${n} times`),
  ];
}
