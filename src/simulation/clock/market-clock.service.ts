import { Injectable } from '@nestjs/common';
import { Acts } from '../../market/sandboxes/acts.service.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { nextMorning } from '../../shared/clock.js';
import { DoneMeanwhile, type DueEvent, DueEvents } from './due-events.service.js';

const LOOK_AGAIN_MS = 50;

/** Moves a market's clock. Whatever falls due on the way happens one after the other, each at its own market time. */
@Injectable()
export class MarketClock {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly sandboxes: Sandboxes,
    private readonly due: DueEvents,
  ) {}

  /** To 8:00 in Bangkok of the next market day. Answers the new market time. */
  async nextMorning(sandboxId: string): Promise<Date> {
    const target = nextMorning((await this.sandboxes.get(sandboxId)).clock);
    await this.advanceTo(sandboxId, target);
    return target;
  }

  /** Advances to `target` (market time); a target in the past moves nothing. A verb's failure stops the clock where it failed. */
  async advanceTo(sandboxId: string, target: Date): Promise<void> {
    this.db.assertOutside('The market clock');
    for (let event = await this.due.claim(sandboxId, target); event; event = await this.due.claim(sandboxId, target)) {
      // Overtaking another process would let its event happen after the target, at a time that is not its own.
      if (event === 'taken') await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      else await this.happen(sandboxId, event);
    }
    await this.set(sandboxId, target);
  }

  private async happen(sandboxId: string, event: DueEvent): Promise<void> {
    await this.set(sandboxId, event.dueAt);
    try {
      await this.acts.perform(event.verb, { sandboxId, party: 'clock' }, event.payload, () => this.due.done(event.id));
    } catch (problem) {
      if (problem instanceof DoneMeanwhile) return;
      await this.due.release(event.id);
      throw problem;
    }
  }

  /** The clock never runs back: an event that was late is done at the present. */
  private async set(sandboxId: string, moment: Date): Promise<void> {
    await this.db.transaction(
      () => this.db.sql`UPDATE "sandbox" SET "clock" = ${moment} WHERE "id" = ${sandboxId} AND "clock" < ${moment}`,
    );
  }
}
