import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { MINUTE } from '../../shared/clock.js';
import { notFound } from '../../shared/refusal.js';
import type { Act, Party } from './act.js';
import { generationId, scopeOf } from './generation.js';
import type { MarketSetup } from './market-setup.js';

export interface Doer {
  sandboxId: string;
  party: Party;
  personId?: string | null;
}

type Work = (act: Act, input: never) => Promise<unknown>;

/** A verb of the market: called with who does it and a plain JSON input, which is all that a replay needs. */
export type Verb<Input, Result> = (by: Doer, input: Input) => Promise<Result>;

interface Turn {
  generation: number;
  counter: number;
  clock: string;
  editionId: string | null;
  seed: string;
  ruleSet: string;
  kind: string;
  setup: string | null;
}

/**
 * Every change to a market goes through here. The sandbox's row is locked first, so that the acts of one sandbox happen one
 * after the other: their numbers, ids and effects are then in the same order, and a replay of the inputs gives the same market.
 */
@Injectable()
export class Acts {
  private readonly works = new Map<string, Work>();

  constructor(
    private readonly db: Database,
    private readonly log: ActivityLog,
  ) {}

  /** Declares a verb. Its work runs inside the transaction and may call other services' methods that take an act, never another verb and never the network. */
  verb<Input, Result>(name: string, work: (act: Act, input: Input) => Promise<Result>): Verb<Input, Result> {
    if (this.works.has(name)) throw new Error(`Two verbs are called ${name}.`);
    this.works.set(name, work as Work);
    return (by, input) => this.perform(name, by, input) as Promise<Result>;
  }

  /**
   * Does a declared verb by its name: what a due event, a replay and a scenario's timeline call. `first` runs in the act's
   * transaction before its work: what must be written with it or not at all, or what may forbid it.
   */
  async perform(name: string, by: Doer, input: unknown, first?: () => Promise<void>): Promise<unknown> {
    const work = this.works.get(name);
    if (!work) throw new Error(`No verb is called ${name}.`);
    // An act inside an act would be done twice by a replay: once by its own row, once by the outer verb.
    this.db.assertOutside(`The verb ${name}`);
    return this.db.transaction(async () => {
      const act = await this.begin(by);
      await first?.();
      await this.note(act, name, input);
      return work(act, input as never);
    });
  }

  private async begin(by: Doer): Promise<Act> {
    const [turn] = await this.db.sql<Turn>`
      UPDATE "sandbox" SET "counter" = "counter" + 1 WHERE "id" = ${by.sandboxId} AND "closedAt" IS NULL
      RETURNING "generation", "counter", "clock", "editionId", "seed", "ruleSet", "kind", "setup"`;
    if (!turn) throw notFound('errors.market_not_found');
    const now = await this.tick(by, turn);
    return this.actOf(by, turn, now);
  }

  /** What a person does takes a minute of market time, so that a day's log reads like a day. A class's clock runs by itself. */
  private async tick(by: Doer, turn: Turn): Promise<Date> {
    const clock = new Date(turn.clock);
    if (turn.kind !== 'attempt' || !by.party.startsWith('seller')) return clock;
    const now = new Date(clock.getTime() + MINUTE);
    await this.db.sql`UPDATE "sandbox" SET "clock" = ${now} WHERE "id" = ${by.sandboxId}`;
    return now;
  }

  private actOf(by: Doer, turn: Turn, now: Date): Act {
    const market = generationId(by.sandboxId, turn.generation);
    let made = 0;
    const act: Act = {
      sandboxId: by.sandboxId,
      market,
      scope: scopeOf(market, turn.editionId),
      generation: turn.generation,
      seq: turn.counter,
      party: by.party,
      personId: by.personId ?? null,
      now,
      seed: turn.seed,
      ruleSet: turn.ruleSet,
      setup: turn.setup ? (JSON.parse(turn.setup) as MarketSetup) : {},
      nextId: (kind) => `${kind}_${market}.${turn.counter}.${++made}`,
      record: (type, objectId, payload) =>
        this.log.record({
          chain: chainOf(market),
          type,
          actor: by.party,
          personId: by.personId,
          objectId,
          marketAt: now,
          payload,
        }),
      later: async (at, verb, payload) => {
        await this.db.sql`INSERT INTO "due_event" ("id", "sandboxId", "generation", "dueAt", "verb", "payload")
          VALUES (${act.nextId('due')}, ${by.sandboxId}, ${turn.generation}, ${at}, ${verb}, ${canonicalJson(payload)})`;
      },
    };
    return act;
  }

  private async note(act: Act, verb: string, input: unknown): Promise<void> {
    await this.db
      .sql`INSERT INTO "act" ("sandboxId", "generation", "seq", "verb", "party", "personId", "input", "marketAt", "wallAt")
      VALUES (${act.sandboxId}, ${act.generation}, ${act.seq}, ${verb}, ${act.party}, ${act.personId}, ${canonicalJson(input ?? {})}, ${act.now}, ${new Date()})`;
  }
}

/** The log of one generation of a sandbox. */
export const chainOf = (market: string): string => `market:${market}`;
