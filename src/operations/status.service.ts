import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AT_PROVIDER } from '../market/payments/payment.js';
import { ProviderAddress } from '../market/payments/provider-address.js';
import { lastLogCheck } from '../platform/activity/last-log-check.js';
import { lastBackup } from '../platform/backup/last-backup.js';
import { MARKET_FILE } from '../platform/backup/places.js';
import { Config } from '../platform/config/config.js';
import { appVersion } from '../platform/config/version.js';
import { Database } from '../platform/database/database.js';
import { list } from '../platform/database/sql.js';
import { MoneyTroublesReader } from './money-troubles.service.js';
import type { StatusFacts } from './status.js';

const PATIENCE_MS = 2_000;

/** Gathers what the status page tells. It only reads, and nothing that it cannot reach keeps the page from being shown. */
@Injectable()
export class Status {
  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly address: ProviderAddress,
    private readonly money: MoneyTroublesReader,
  ) {}

  async facts(): Promise<StatusFacts> {
    const { dataDir } = this.config;
    const now = new Date();
    const { bavail, blocks, bsize } = await statfs(dataDir);
    return {
      now,
      ...appVersion(),
      node: process.versions.node,
      startedAt: new Date(now.getTime() - process.uptime() * 1000),
      database: await this.database(),
      provider: await this.provider(),
      queue: await this.queue(),
      money: await this.money.read(),
      backup: await lastBackup(dataDir),
      logCheck: await lastLogCheck(dataDir),
      disk: { free: bavail * bsize, whole: blocks * bsize },
      sessions: await this.sessions(now),
    };
  }

  private async database(): Promise<StatusFacts['database']> {
    const done = await this.db.sql`SELECT "name" FROM "migrations"`;
    const known = this.db.writer.migrations.length;
    const kind = this.db.postgres ? 'postgres' : 'sqlite';
    return { kind, bytes: await this.bytes(), migrations: done.length, missing: Math.max(0, known - done.length) };
  }

  private async bytes(): Promise<number> {
    if (this.db.postgres) {
      const [row] = await this.db.sql<{ bytes: string }>`SELECT pg_database_size(current_database()) AS "bytes"`;
      return Number(row?.bytes);
    }
    // What was written last lies in the log beside the file.
    const files = ['', '-wal'].map((end) => join(this.config.dataDir, `${MARKET_FILE}${end}`));
    return files.filter((file) => existsSync(file)).reduce((sum, file) => sum + statSync(file).size, 0);
  }

  private async provider(): Promise<StatusFacts['provider']> {
    const { host, port, protocol } = this.address;
    const { PROVIDER, STRIPE_SECRET_KEY } = this.config.env;
    const kind = PROVIDER === 'embedded' ? 'embedded' : STRIPE_SECRET_KEY ? 'stripe_test' : 'other';
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const isReachable = await fetch(`${protocol}://${host}:${port}/health`, { signal }).then(
      async (answer) => {
        await answer.body?.cancel();
        // Somebody else's provider need not know the address; that it answers is enough.
        return answer.ok || kind !== 'embedded';
      },
      () => false,
    );
    return { kind, address: `${host}:${port}`, isReachable };
  }

  /** What is to leave the process (docs/decisions/0009), and what a market's clock has passed and not yet done. */
  private async queue(): Promise<StatusFacts['queue']> {
    const [payments] = await this.db.sql<{ n: string; oldest: string | null }>`
      SELECT COUNT(*) AS "n", MIN("startedAt") AS "oldest" FROM "payment" p
      JOIN "sandbox" s ON p."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL
      WHERE p."status" = 'pending' AND p."providerIntentId" IS NULL`;
    const [refunds] = await this.db.sql<{ n: string }>`
      SELECT COUNT(*) AS "n" FROM "refund" r
      JOIN "payment" p ON p."id" = r."paymentId" AND p."method" IN ${list(AT_PROVIDER)}
      JOIN "sandbox" s ON r."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL WHERE r."status" = 'wanted'`;
    const [due] = await this.db.sql<{ n: string }>`
      SELECT COUNT(*) AS "n" FROM "due_event" d JOIN "sandbox" s ON s."id" = d."sandboxId" AND s."generation" = d."generation"
      WHERE d."doneAt" IS NULL AND d."dueAt" <= s."clock" AND s."closedAt" IS NULL`;
    const oldest = payments?.oldest ? new Date(payments.oldest) : null;
    return { payments: Number(payments?.n), refunds: Number(refunds?.n), due: Number(due?.n), oldest };
  }

  private async sessions(now: Date): Promise<number> {
    const [row] = await this.db.sql<{ n: string }>`
      SELECT COUNT(*) AS "n" FROM "session" WHERE "personId" IS NOT NULL AND "expiresAt" > ${now}`;
    return Number(row?.n);
  }
}
