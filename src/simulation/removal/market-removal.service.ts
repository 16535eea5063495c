import { Injectable } from '@nestjs/common';
import { SearchIndex } from '../../market/catalogue/search-index.service.js';
import { ProviderClient } from '../../market/payments/provider-client.service.js';
import { chainOf } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { SqlName } from '../../platform/database/sql.js';

/** Rows that belong to a row of the market and do not carry it: table, its column, and the table that it names. */
const PARTS = [
  ['order_line', 'orderId', 'market_order'],
  ['cart_line', 'cartId', 'cart'],
  ['claim_warning', 'productId', 'product'],
  ['product_photo', 'productId', 'product'],
  ['shipping_method', 'shopId', 'shop'],
  ['shop_payment_method', 'shopId', 'shop'],
  ['returns_policy', 'shopId', 'shop'],
] as const;

/** Tables with the column "market", each before those that it points at. */
export const MARKET_TABLES = [
  'credit_match',
  'credit_matching',
  'forecast',
  'credit_note',
  'sales_receipt',
  'expense_voucher',
  'reconciliation_difference',
  'reconciliation',
  'ledger_line',
  'ledger_transaction',
  'shop_payout',
  'book_opening',
  'book_line',
  'money_answer',
  'review',
  'slip',
  'inquiry',
  'money_request',
  'cod_order',
  'tracking_event',
  'shipment',
  'market_order',
  'order_group',
  'cart',
  'dispute',
  'refund',
  'payment',
  'payment_request',
  'provider_event',
  'bank_transfer',
  'payment_account',
  'message',
  'notification',
  'shop_visit',
  'stock_movement',
  'stock_level',
  'variant',
  'product',
  'media',
  'shop',
];

export const SANDBOX_TABLES = ['webhook_endpoint', 'clock_run', 'due_event', 'act'];
const LOG_TABLES = ['activity_event', 'activity_head', 'signed_head'];

/**
 * Takes a market away as if it had never been: its rows, its logs as a whole, its books at the provider. For throwaway markets and the
 * demo's; a learner's work is never removed. What points at the sandbox (an attempt) goes before. Pictures stay: others show them, too.
 */
@Injectable()
export class MarketRemoval {
  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly provider: ProviderClient,
    private readonly index: SearchIndex,
  ) {}

  /** `last` runs in the removal's transaction, after everything of the market but before its sandbox. */
  async remove(sandboxId: string, last?: () => Promise<void>): Promise<void> {
    const sandbox = await this.sandboxes.find(sandboxId);
    if (!sandbox) return;
    // The books first: without the key that stands in the sandbox's row nobody would find them again.
    await this.provider.forget(sandbox);
    await this.removeRows(sandbox, last);
  }

  /** The rows and logs alone, in the caller's transaction where there is one. Whoever calls has the provider forget the books. */
  async removeRows(
    { id: sandboxId, generation }: Pick<Sandbox, 'id' | 'generation'>,
    last?: () => Promise<void>,
  ): Promise<void> {
    const markets = Array.from({ length: generation }, (_, at) => generationId(sandboxId, at + 1));
    await this.db.transaction(async () => {
      await this.sandboxes.hold(sandboxId);
      for (const market of markets) await this.removeGeneration(market);
      for (const table of SANDBOX_TABLES)
        await this.db.sql`DELETE FROM ${new SqlName(table)} WHERE "sandboxId" = ${sandboxId}`;
      await last?.();
      await this.db.sql`DELETE FROM "sandbox" WHERE "id" = ${sandboxId}`;
    });
  }

  private async removeGeneration(market: string): Promise<void> {
    const { sql } = this.db;
    const products = await sql<{ id: string }>`SELECT "id" FROM "product" WHERE "market" = ${market}`;
    for (const { id } of products) await this.index.remove(market, id);
    for (const [table, column, owner] of PARTS)
      await sql`DELETE FROM ${new SqlName(table)} WHERE ${new SqlName(column)} IN (
        SELECT "id" FROM ${new SqlName(owner)} WHERE "market" = ${market})`;
    for (const table of MARKET_TABLES) await sql`DELETE FROM ${new SqlName(table)} WHERE "market" = ${market}`;
    for (const table of LOG_TABLES) await sql`DELETE FROM ${new SqlName(table)} WHERE "chain" = ${chainOf(market)}`;
  }
}
