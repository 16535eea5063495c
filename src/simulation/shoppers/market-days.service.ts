import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Act } from '../../market/sandboxes/act.js';
import { Acts } from '../../market/sandboxes/acts.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { DAY, dayStart, HOUR, MINUTE } from '../../shared/clock.js';
import { DueEvents } from '../clock/due-events.service.js';
import { loadScenario } from '../scenarios/scenario.js';
import { injectAt } from '../scenarios/timeline.js';
import { dayPlan } from './day-plan.js';
import { Offers } from './offers.service.js';
import type { VisitDue } from './shopping.service.js';

const OPENS_AT = 9 * HOUR;

/** Fills the calendar of a market: at its opening with its first day and its scenario's timeline, each day with the visits of that day. */
@Injectable()
export class MarketDays implements OnModuleInit {
  constructor(
    private readonly acts: Acts,
    private readonly sandboxes: Sandboxes,
    private readonly offers: Offers,
    private readonly due: DueEvents,
  ) {}

  onModuleInit(): void {
    this.sandboxes.whenOpened((sandbox) => this.begin(sandbox));
  }

  /** The morning: who comes today and when. What she does is hers, at her own time. */
  readonly open = this.acts.verb('day.begin', async (act: Act, { day }: { day: number }) => {
    const { scenario, openedClock } = await this.sandboxes.get(act.sandboxId);
    const shops = (await this.offers.own(act.market)).map(({ shopId }) => shopId);
    const midnight = dayStart(openedClock).getTime() + (day - 1) * DAY;
    for (const { minute, ...visit } of dayPlan(act.seed, day, loadScenario(scenario).shoppers, [...new Set(shops)])) {
      const due: VisitDue = { day, ...visit, goodsKey: null, persona: null };
      await act.later(new Date(midnight + minute * MINUTE), 'shopper.visit', { ...due });
    }
    await act.later(new Date(midnight + DAY + OPENS_AT), 'day.begin', { day: day + 1 });
    act.record('day.began', null, { day });
  });

  private async begin({ id: sandboxId, generation, kind, scenario, openedClock }: Sandbox): Promise<void> {
    // An edition is a shelf that others look at: no day ever passes there.
    if (kind === 'edition') return;
    const { timeline } = loadScenario(scenario);
    const injects = timeline.map((inject, entry) => ({
      dueAt: injectAt(inject, openedClock),
      verb: 'scenario.inject',
      payload: { entry, ...inject },
    }));
    const firstDay = {
      dueAt: new Date(dayStart(openedClock).getTime() + OPENS_AT),
      verb: 'day.begin',
      payload: { day: 1 },
    };
    await this.due.enter({ sandboxId, generation }, [firstDay, ...injects]);
  }
}
