import { Injectable } from '@nestjs/common';
import { DAY } from '../../shared/clock.js';
import { conflict } from '../../shared/refusal.js';
import { Database } from '../database/database.js';
import { nothing, part } from '../database/sql.js';
import { type Flash, Page, SeeOther, seeOther } from './answer.js';
import type { Claim } from './once-claim.js';

/** As long as a session: whoever comes back later signs in and gets a new form. */
const KEPT_DAYS = 14;
const PRUNED_AT_ONCE = 50;
/** How long a second request waits for the first one's answer before it says only that it was done. */
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 100;

interface Row {
  content: string;
  claimedAt: string;
  answer: string | null;
}

/** Somebody sent this form before. */
class ClaimedBefore extends Error {}

/**
 * A form does what it asks for once, however often it is sent (docs/decisions/0016). Its key becomes a row in the transaction of its first
 * effect: who comes second gets the first one's answer, and what was undone leaves no key behind.
 */
@Injectable()
export class OnceKeys {
  constructor(private readonly db: Database) {}

  /** The answer of `work`, or of the request that did it before. `back` is where to go when that answer is not known. */
  async answer(claim: Claim, back: string, work: () => Promise<unknown>): Promise<unknown> {
    for (;;) {
      try {
        const answer = await this.db.beginningWith(() => this.claim(claim), work);
        await this.settle(claim, answer, back);
        return answer;
      } catch (problem) {
        if (!(problem instanceof ClaimedBefore)) {
          await this.giveUp(claim);
          throw problem;
        }
        const before = await this.answerBefore(claim, back);
        if (before) return before;
      }
    }
  }

  private async claim(claim: Claim): Promise<void> {
    const { personId, key, content } = claim;
    const [mine] = await this.db.sql`INSERT INTO "once_key" ("personId", "key", "content", "claimedAt")
      VALUES (${personId}, ${key}, ${content}, ${new Date()}) ON CONFLICT ("personId", "key") DO NOTHING RETURNING "key"`;
    if (!mine) throw new ClaimedBefore();
    this.db.afterCommit(() => {
      claim.isHeld = true;
    });
  }

  /** Waits while the first request is under way. Null when that one was refused: then it is this one's turn. */
  private async answerBefore(claim: Claim, back: string): Promise<SeeOther | null> {
    for (;;) {
      const [row] = await this.db.sql<Row>`SELECT "content", "claimedAt", "answer" FROM "once_key"
        WHERE "personId" = ${claim.personId} AND "key" = ${claim.key}`;
      if (!row) return null;
      if (row.content !== claim.content) throw conflict('phone.sent_before');
      if (row.answer) return read(row.answer);
      // Its process died after it was done, or it takes long.
      if (Date.parse(row.claimedAt) + WAIT_MS < Date.now()) return seeOther(back, DONE_BEFORE);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /**
   * A form that comes back with its problems has done nothing, whatever was written on the way. What is shown once, as a new card is, is
   * not kept: who comes second is told where she stood that it was done, and by the page's `shownOnce` what to do when she never saw it.
   */
  private async settle(claim: Claim, answer: unknown, back: string): Promise<void> {
    if (!claim.isHeld) return;
    if (answer instanceof Page && answer.status >= 400) return this.giveUp(claim);
    const { to, flash } = answer instanceof SeeOther ? answer : seeOther(back, shownBefore(answer));
    const kept = JSON.stringify({ to, flash });
    await this.db.transaction(async () => {
      await this.db.sql`UPDATE "once_key" SET "answer" = ${kept}
        WHERE "personId" = ${claim.personId} AND "key" = ${claim.key}`;
      await this.prune();
    });
  }

  private async giveUp(claim: Claim): Promise<void> {
    if (!claim.isHeld) return;
    claim.isHeld = false;
    await this.db.transaction(
      () => this.db.sql`DELETE FROM "once_key" WHERE "personId" = ${claim.personId} AND "key" = ${claim.key}`,
    );
  }

  /** By whoever comes by; two at once do not wait for each other. */
  private async prune(): Promise<void> {
    const past = new Date(Date.now() - KEPT_DAYS * DAY);
    const unlocked = this.db.postgres ? part`FOR UPDATE SKIP LOCKED` : nothing;
    await this.db.sql`DELETE FROM "once_key" WHERE ("personId", "key") IN (
      SELECT "personId", "key" FROM "once_key" WHERE "claimedAt" < ${past} ORDER BY "claimedAt" LIMIT ${PRUNED_AT_ONCE} ${unlocked})`;
  }
}

const DONE_BEFORE: Flash = { tone: 'info', key: 'phone.done_before' };

function shownBefore(answer: unknown): Flash {
  const key = answer instanceof Page ? answer.data.shownOnce : null;
  return typeof key === 'string' ? { tone: 'info', key } : DONE_BEFORE;
}

function read(answer: string): SeeOther {
  const { to, flash } = JSON.parse(answer) as { to: string; flash: Flash | null };
  return seeOther(to, flash);
}
