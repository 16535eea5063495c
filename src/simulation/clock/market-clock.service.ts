import { Injectable, Logger } from '@nestjs/common';
import { Acts } from '../../market/sandboxes/acts.service.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { nextMorning } from '../../shared/clock.js';
import { Refusal } from '../../shared/refusal.js';
import { type ClockRun, ClockRuns } from './clock-runs.service.js';
import { AlreadyHappened, type DueEvent, DueEvents } from './due-events.service.js';
import { Errands } from './errands.js';

/** Moves a market's clock. Whatever falls due on the way happens one after the other, each at its own market time. */
@Injectable()
export class MarketClock {
  private readonly logger = new Logger(MarketClock.name);

  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly sandboxes: Sandboxes,
    private readonly due: DueEvents,
    private readonly errands: Errands,
    private readonly runs: ClockRuns,
  ) {}

  /** To 8:00 in Bangkok of the next market day; pressed twice at once, the day passes once. Answers the new market time. */
  async nextMorning(sandboxId: string): Promise<Date> {
    const { clock } = await this.sandboxes.get(sandboxId);
    await this.advanceTo(sandboxId, nextMorning(clock));
    return (await this.sandboxes.get(sandboxId)).clock;
  }

  /** Advances to `target` (market time); a target in the past moves nothing. A breakdown stops the clock where it happened. */
  async advanceTo(sandboxId: string, target: Date): Promise<void> {
    this.db.assertOutside('The market clock');
    let run = await this.runs.begin(sandboxId, target);
    while (!run) {
      if ((await this.runs.wait(sandboxId)) === 'over') return;
      run = await this.runs.begin(sandboxId, target);
    }
    try {
      await this.walk(run);
    } finally {
      await this.runs.end(run);
    }
  }

  private async walk(run: ClockRun): Promise<void> {
    const { generation } = await this.sandboxes.get(run.sandboxId);
    const next = () => this.due.next(run.sandboxId, generation, run.target);
    let last: DueEvent | null = null;
    for (let event = await next(); event; event = await next()) {
      // One that was put off to a later day of the same run is another matter.
      if (event.id === last?.id && event.dueAt <= last.dueAt)
        throw new Error(`${event.verb} left its due event ${event.id} standing.`);
      await this.runs.renew(run);
      await this.happen(event);
      last = event;
    }
    await this.set(run.sandboxId, generation, run.target);
  }

  private async happen(event: DueEvent): Promise<void> {
    await this.set(event.sandboxId, event.generation, event.dueAt);
    try {
      await this.perform(event);
    } catch (problem) {
      if (problem instanceof AlreadyHappened) return;
      throw problem;
    }
  }

  private async perform(event: DueEvent): Promise<void> {
    const { sandboxId, verb, payload } = event;
    const errand = this.errands.find(verb);
    if (errand) return errand(event);
    try {
      await this.acts.perform(verb, { sandboxId, party: 'clock' }, payload, () => this.due.strike(event));
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      // What was asked for long ago may have become pointless: it must not hold up the market for ever.
      this.logger.warn(`${verb} (${event.id}) was refused: ${problem.message}`);
      await this.due.strike(event);
    }
  }

  /** The clock never runs back: an event that was late is done at the present. */
  private async set(sandboxId: string, generation: number, moment: Date): Promise<void> {
    await this.db.transaction(
      () => this.db.sql`UPDATE "sandbox" SET "clock" = ${moment}
        WHERE "id" = ${sandboxId} AND "generation" = ${generation} AND "clock" < ${moment}`,
    );
  }
}
