import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import { type CodParcelLine, type CodState, codStateOf } from './cod-parcel.js';
import { payingOut } from './shop-ledger.service.js';

const MOST = 300;
const SUMS = ['amountSatang', 'heldSatang', 'handedSatang', 'feeSatang', 'returnFeeSatang'] as const;
type Sum = (typeof SUMS)[number];

/** What one shop has out at its buyers' doors, and what came of it: from the orders, the courier's book and the ledger. */
@Injectable()
export class CodParcels {
  constructor(private readonly db: Database) {}

  /** Oldest first. */
  async of({ sandbox, market }: Standing, shopId: string): Promise<Array<CodParcelLine & { state: CodState }>> {
    const { codHoldDays } = payingOut(sandbox.setup);
    const now = new Date(sandbox.clock);
    const lines = await this.lines(market, shopId);
    return lines.map((line) => ({ ...line, state: codStateOf(line, now, codHoldDays) }));
  }

  private async lines(market: string, shopId: string): Promise<CodParcelLine[]> {
    const rows = await this.db.sql<Omit<CodParcelLine, Sum> & Record<Sum, string | number | null>>`
      SELECT o."id" AS "orderId", o."number", o."totalSatang" AS "amountSatang", o."paidAt" AS "collectedAt",
        CASE WHEN o."cancelReason" = 'refused_at_door' THEN o."cancelledAt" END AS "backAt", c."remittedAt", c."claimedAt",
        SUM(CASE WHEN l."account" = 'courier' THEN l."amountSatang" ELSE 0 END) AS "heldSatang",
        SUM(CASE WHEN l."account" = 'shop' AND l."what" = 'sale' THEN l."amountSatang" ELSE 0 END) AS "handedSatang",
        SUM(CASE WHEN l."account" = 'shop' AND l."what" IN ('method_fee', 'method_fee_vat') THEN -l."amountSatang" ELSE 0 END)
          AS "feeSatang",
        SUM(CASE WHEN l."account" = 'shop' AND l."what" = 'return_fee' THEN -l."amountSatang" ELSE 0 END) AS "returnFeeSatang"
      FROM "market_order" o LEFT JOIN "cod_order" c ON c."orderId" = o."id"
      LEFT JOIN "ledger_line" l ON l."market" = o."market" AND l."orderId" = o."id"
      WHERE o."market" = ${market} AND o."shopId" = ${shopId}
        AND (o."paymentStatus" = 'on_delivery' OR o."paidAt" IS NOT NULL OR o."cancelReason" = 'refused_at_door')
        AND EXISTS (SELECT 1 FROM "payment" p WHERE p."market" = o."market" AND p."reference" = o."groupId"
          AND p."method" = 'cod' AND p."status" <> 'failed' AND (p."receivedSatang" > 0 OR o."paidAt" IS NULL))
      GROUP BY o."id", o."number", o."totalSatang", o."paidAt", o."cancelReason", o."cancelledAt", o."placedAt",
        c."remittedAt", c."claimedAt"
      ORDER BY o."placedAt", o."number" LIMIT ${MOST}`;
    return rows.map((row) => ({
      ...row,
      ...(Object.fromEntries(SUMS.map((sum) => [sum, Number(row[sum])])) as Record<Sum, number>),
    }));
  }
}
