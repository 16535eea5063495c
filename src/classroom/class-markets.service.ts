import { Injectable } from '@nestjs/common';
import type { ClassGroup } from '../accounts/class.entity.js';
import type { Sandbox } from '../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../market/sandboxes/sandboxes.service.js';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { classMarketSetup } from '../practice/snapshot/market-setup.js';
import { notFound } from '../shared/refusal.js';
import { MarketClock } from '../simulation/clock/market-clock.service.js';
import { loadScenario } from '../simulation/scenarios/scenario.js';

const SCENARIO = 'first-market';

/** The one market that a class shares: its trainer opens it, moves its clock and may let it begin anew. */
@Injectable()
export class ClassMarkets {
  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly clock: MarketClock,
    private readonly log: ActivityLog,
  ) {}

  find(classId: string): Promise<Sandbox | null> {
    return this.sandboxes.classMarket(classId);
  }

  /** Opened once; asked again, it is the same market. */
  async open(group: ClassGroup): Promise<Sandbox> {
    const scenario = loadScenario(SCENARIO);
    const edition = await this.sandboxes.editionOf(scenario.id);
    return this.db.transaction(async () => {
      const { sandbox, isNew } = await this.sandboxes.openForClass({
        kind: 'class',
        classId: group.id,
        scenario: scenario.id,
        ruleSet: scenario.ruleSet,
        seed: group.id,
        clock: new Date(scenario.startsAt),
        editionId: edition?.id ?? null,
        setup: classMarketSetup(scenario, group.id),
      });
      if (isNew) this.note(group, 'class_market.opened', sandbox);
      return sandbox;
    });
  }

  async nextMorning(group: ClassGroup): Promise<void> {
    const market = await this.opened(group);
    const clock = await this.clock.nextMorning(market.id);
    await this.db.transaction(async () =>
      this.note(group, 'class_market.morning_came', market, { clock: clock.toISOString() }),
    );
  }

  /** A new generation on the first morning: shops and orders of before are kept, but nobody sees them any more. */
  async reset(group: ClassGroup): Promise<void> {
    const { id } = await this.opened(group);
    await this.db.transaction(async () => this.note(group, 'class_market.reset', await this.sandboxes.reset(id)));
  }

  private async opened(group: ClassGroup): Promise<Sandbox> {
    const market = await this.find(group.id);
    if (!market) throw notFound('errors.market_not_found');
    return market;
  }

  private note(group: ClassGroup, type: string, market: Sandbox, more: Record<string, string> = {}): void {
    this.log.record({
      chain: `centre:${group.centreId}`,
      type,
      actor: 'person',
      personId: group.trainerId,
      objectId: market.id,
      payload: { classId: group.id, generation: market.generation, ...more },
    });
  }
}
