import { Injectable } from '@nestjs/common';
import { Acts } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { MINUTE } from '../../shared/clock.js';
import { translateInput } from './translate-act.js';

interface RecordedAct {
  seq: number;
  verb: string;
  party: string;
  personId: string | null;
  input: string;
  marketAt: string;
}

const PAGE = 200;

/** Does a generation's acts once more, one after the other, in a market of its own. Nobody outside is called: acts never do. */
@Injectable()
export class Replay {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly sandboxes: Sandboxes,
  ) {}

  /** Answers the generation (`k3x9abcd.1`) that the replay left, in a market that is closed. A verb's refusal is thrown: it did not refuse then. */
  async of(sandboxId: string, generation: number): Promise<string> {
    const played = await this.sandboxes.get(sandboxId);
    const stage = await this.openLike(played);
    const from = generationId(sandboxId, generation);
    const to = generationId(stage.id, stage.generation);
    for (let after = 0; ; ) {
      const acts = await this.recorded(sandboxId, generation, after);
      for (const act of acts) await this.doAgain(stage.id, act, from, to);
      after = acts.at(-1)?.seq ?? after;
      if (acts.length < PAGE) break;
    }
    await this.sandboxes.close(stage.id);
    return to;
  }

  private openLike({ kind, scenario, ruleSet, seed, openedClock, editionId, setup }: Sandbox): Promise<Sandbox> {
    return this.sandboxes.open({ kind, scenario, ruleSet, seed, clock: openedClock, editionId, setup });
  }

  private recorded(sandboxId: string, generation: number, after: number): Promise<RecordedAct[]> {
    return this.db.sql<RecordedAct>`SELECT "seq", "verb", "party", "personId", "input", "marketAt" FROM "act"
      WHERE "sandboxId" = ${sandboxId} AND "generation" = ${generation} AND "seq" > ${after} ORDER BY "seq" LIMIT ${PAGE}`;
  }

  private async doAgain(sandboxId: string, act: RecordedAct, from: string, to: string): Promise<void> {
    await this.setClock(sandboxId, act);
    const { party, personId } = act;
    await this.acts.perform(act.verb, { sandboxId, party, personId }, JSON.parse(translateInput(act.input, from, to)));
  }

  /** The clock stood so that the act happens at its own moment: a seller's act takes its minute first. */
  private async setClock(sandboxId: string, { party, marketAt }: RecordedAct): Promise<void> {
    const sandbox = await this.sandboxes.get(sandboxId);
    const ticks = sandbox.kind === 'attempt' && party.startsWith('seller');
    const moment = new Date(Date.parse(marketAt) - (ticks ? MINUTE : 0));
    await this.db.transaction(() => this.db.sql`UPDATE "sandbox" SET "clock" = ${moment} WHERE "id" = ${sandboxId}`);
  }
}
