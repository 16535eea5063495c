import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { MINUTE } from '../shared/clock.js';
import { Refusal } from '../shared/refusal.js';

const WINDOW = 15 * MINUTE;

/** Counts misses per account or class code, in the database: thirty phones in a hall share one address, and two processes one count. */
@Injectable()
export class Throttle {
  constructor(private readonly db: Database) {}

  /** Refuses when `subject` has had `most` misses within the window. */
  async check(subject: string, most: number): Promise<void> {
    const [row] = await this.db.sql<{ misses: number }>`
      SELECT "misses" FROM "throttle" WHERE "subject" = ${subject} AND "windowEndsAt" > ${new Date()}`;
    if (row && row.misses >= most) throw new Refusal('too_many', 'errors.too_many');
  }

  async miss(subject: string): Promise<void> {
    const now = new Date();
    const ends = new Date(now.getTime() + WINDOW);
    await this.db.transaction(async () => {
      await this.db.sql`DELETE FROM "throttle" WHERE "windowEndsAt" < ${now}`;
      await this.db.sql`
        INSERT INTO "throttle" ("subject", "misses", "windowEndsAt") VALUES (${subject}, 1, ${ends})
        ON CONFLICT ("subject") DO UPDATE SET
          "misses" = CASE WHEN "throttle"."windowEndsAt" > ${now} THEN "throttle"."misses" + 1 ELSE 1 END,
          "windowEndsAt" = CASE WHEN "throttle"."windowEndsAt" > ${now} THEN "throttle"."windowEndsAt" ELSE ${ends} END`;
    });
  }

  /** Windows that are over say nothing any more. */
  async sweep(): Promise<void> {
    await this.db.transaction(() => this.db.sql`DELETE FROM "throttle" WHERE "windowEndsAt" < ${new Date()}`);
  }

  async forget(subject: string): Promise<void> {
    await this.db.transaction(() => this.db.sql`DELETE FROM "throttle" WHERE "subject" = ${subject}`);
  }
}
