import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { until } from '../../simulation/clock/until.js';

/** Longer than any one turn takes: what ran out belongs to a process that died. */
const LEASE = 15_000;
const LONGEST_WAIT = 120_000;

/** What the demo has made. A step is there as a whole or not at all; what a start left open, the next one does. */
@Injectable()
export class DemoSteps {
  constructor(private readonly db: Database) {}

  async isDone(name: string): Promise<boolean> {
    const rows = await this.db.sql`SELECT 1 FROM "demo_step" WHERE "name" = ${name} AND "doneAt" IS NOT NULL`;
    return rows.length > 0;
  }

  /** Notes a step as done, in the transaction of its work where there is one. Answers whether it was not done before. */
  async finish(name: string): Promise<boolean> {
    const now = new Date();
    const rows = await this.db.transaction(
      () => this.db.sql`INSERT INTO "demo_step" ("name", "doneAt") VALUES (${name}, ${now})
        ON CONFLICT ("name") DO UPDATE SET "doneAt" = ${now} WHERE "demo_step"."doneAt" IS NULL RETURNING "name"`,
    );
    return rows.length > 0;
  }

  /** Waits until no other process is at a step. Answers whether it is now the caller's; not when another one finished it. */
  async take(name: string): Promise<boolean> {
    let isMine = false;
    const isDecided = async () => {
      if (await this.isDone(name)) return true;
      isMine = await this.lease(name);
      return isMine;
    };
    return (await until(isDecided, LONGEST_WAIT)) && isMine;
  }

  async renew(name: string): Promise<void> {
    const leaseUntil = new Date(Date.now() + LEASE);
    await this.db.transaction(
      () => this.db.sql`UPDATE "demo_step" SET "leaseUntil" = ${leaseUntil} WHERE "name" = ${name}`,
    );
  }

  /** One process owns a SQLite file: a lease in it is a dead one's. */
  private get isAlone(): boolean {
    return !this.db.postgres;
  }

  private async lease(name: string): Promise<boolean> {
    const now = Date.now();
    const rows = await this.db.transaction(
      () => this.db.sql`INSERT INTO "demo_step" ("name", "leaseUntil") VALUES (${name}, ${new Date(now + LEASE)})
        ON CONFLICT ("name") DO UPDATE SET "leaseUntil" = excluded."leaseUntil"
        WHERE "demo_step"."doneAt" IS NULL AND ("demo_step"."leaseUntil" < ${new Date(now)} OR ${this.isAlone}) RETURNING "name"`,
    );
    return rows.length > 0;
  }
}
