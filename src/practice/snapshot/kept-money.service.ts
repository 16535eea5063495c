import { Injectable } from '@nestjs/common';
import type { ReceivingAccount } from '../../market/bank/receiving-accounts.service.js';
import { type Transfer, tidyTransfer } from '../../market/bank/transfer.js';
import { type CodOrder, type CodOrderRow, codOrderFrom } from '../../market/cod/cod-order.js';
import { type Order, tidyOrder } from '../../market/orders/order.js';
import { type MoneyRequest, type MoneyRequestRow, tidyRequest } from '../../market/receiving/money-request.js';
import { type Slip, type SlipRow, tidySlip } from '../../market/receiving/slip.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';

/** The rows of a shop's own money, as the market keeps them. */
export interface KeptMoney {
  accounts: Array<ReceivingAccount & { unlinkedAt: string | null }>;
  inquiries: Array<{ orderId: string | null; pays: string }>;
  requests: MoneyRequest[];
  slips: Slip[];
  /** The orders that a slip or a request is about, or that money was matched to. */
  orders: Order[];
  /** Money into these accounts or for these orders. */
  transfers: Transfer[];
  /** Orders that are paid at the door. */
  atDoor: Array<{ order: Order; cod: CodOrder }>;
}

const MOST = 200;

/** Reads the money that came straight to a seller's shop for a snapshot. Eight statements, however much there is. */
@Injectable()
export class KeptMoneys {
  constructor(private readonly db: Database) {}

  async of(market: string, party: string): Promise<KeptMoney> {
    const { sql } = this.db;
    const accounts = await sql<KeptMoney['accounts'][number]>`SELECT a.* FROM "payment_account" a
      JOIN "shop" s ON s."id" = a."shopId" WHERE a."market" = ${market} AND s."ownerParty" = ${party}
      ORDER BY a."linkedAt", a."id" LIMIT ${MOST}`;
    const inquiries = await sql<KeptMoney['inquiries'][number]>`SELECT "orderId", "pays" FROM "inquiry"
      WHERE "market" = ${market} AND "sellerParty" = ${party} ORDER BY "openedAt", "id" LIMIT ${MOST}`;
    const requests = await sql<MoneyRequestRow>`SELECT * FROM "money_request"
      WHERE "market" = ${market} AND "sellerParty" = ${party} AND "status" <> 'draft' ORDER BY "sentAt", "id" LIMIT ${MOST}`;
    const slips = await sql<SlipRow>`SELECT * FROM "slip" WHERE "market" = ${market} AND "sellerParty" = ${party}
      ORDER BY "shownAt", "id" LIMIT ${MOST}`;
    const into = await sql<Transfer>`SELECT * FROM "bank_transfer" WHERE "market" = ${market}
      AND "toAccount" IN ${list(accounts.map(({ number }) => number))} ORDER BY "sentAt", "reference" LIMIT ${MOST}`;
    const orders = await this.orders(market, party, [
      ...slips.map(({ orderId }) => orderId),
      ...requests.map(({ orderId }) => orderId),
      ...into.map(({ matchedTo }) => matchedTo),
    ]);
    return {
      accounts,
      inquiries,
      requests: requests.map(tidyRequest),
      slips: slips.map(tidySlip),
      orders,
      transfers: into.map(tidyTransfer),
      atDoor: await this.atDoor(market, party),
    };
  }

  private async atDoor(market: string, party: string): Promise<KeptMoney['atDoor']> {
    const rows = await this.db
      .sql<CodOrderRow>`SELECT c.* FROM "cod_order" c JOIN "market_order" o ON o."id" = c."orderId"
      WHERE c."market" = ${market} AND o."sellerParty" = ${party} AND c."terms" IS NOT NULL ORDER BY o."number" LIMIT ${MOST}`;
    const cods = rows.map(codOrderFrom);
    const orders = await this.orders(
      market,
      party,
      cods.map(({ orderId }) => orderId),
    );
    return cods.flatMap((cod) => {
      const order = orders.find(({ id }) => id === cod.orderId);
      return order ? [{ order, cod }] : [];
    });
  }

  private async orders(market: string, party: string, ids: ReadonlyArray<string | null>): Promise<Order[]> {
    const rows = await this.db.sql<Order>`SELECT * FROM "market_order" WHERE "market" = ${market}
      AND "sellerParty" = ${party} AND "id" IN ${list([...new Set(ids.filter(Boolean))])} ORDER BY "number"`;
    return rows.map(tidyOrder);
  }
}
