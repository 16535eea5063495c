import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { People } from '../../accounts/people.service.js';
import type { Person } from '../../accounts/person.entity.js';
import { lifeOf } from '../../accounts/session-life.js';
import { Sessions } from '../../accounts/sessions.service.js';
import { Throttle } from '../../accounts/throttle.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { ServerSecret } from '../../platform/web/server-secret.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import { cast } from '../../practice/snapshot/casting.js';
import { marketSetupFor } from '../../practice/snapshot/market-setup.js';
import { sha256Hex } from '../../shared/hash.js';
import { Refusal } from '../../shared/refusal.js';
import { MarketRemoval } from '../../simulation/removal/market-removal.service.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import { DecisiveMinute } from './decisive-minute.service.js';
import { SlipMinute } from './slip-minute.service.js';

export const EXERCISE = 'first-sale';
/** The seed of every visitor's market, so that "the same moment again" is the same moment. This one deals an indigo scarf. */
const SEED = 'try-3';
const LASTS = lifeOf(['visitor']).whole;
/** A hall of thirty phones behind one address, twice over, within the throttle's quarter of an hour. */
const FROM_ONE_ADDRESS = 60;
/** Of all visitors together at a time. */
const AT_ONCE = 150;
const REMOVED_ON_THE_WAY = 3;

export const DOORS = ['parcel', 'slip'] as const;
/** What a visitor decides: whether a parcel leaves, or whether a slip is believed. */
export type Door = (typeof DOORS)[number];

/** A visitor's throwaway market. */
export interface Tryout {
  personId: string;
  sandboxId: string;
  /** Empty while the market is being prepared. */
  orderId: string;
  door: Door;
}

/** The door that opens without an account: opens throwaway markets, finds them for whom they belong to, and takes them away again. */
@Injectable()
export class Tryouts implements OnApplicationBootstrap {
  private readonly logger = new Logger(Tryouts.name);

  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly secret: ServerSecret,
    private readonly sandboxes: Sandboxes,
    private readonly exercises: Exercises,
    private readonly parcel: DecisiveMinute,
    private readonly slip: SlipMinute,
    private readonly removal: MarketRemoval,
  ) {}

  /** What the process before has left. The next visitors take away what is over by then. */
  async onApplicationBootstrap(): Promise<void> {
    await this.removeOver(AT_ONCE);
  }

  /** A new market and somebody to play in it, signed in on this phone; the one that she had before is gone. */
  async open(request: FastifyRequest, door: Door): Promise<Tryout> {
    await this.mayCome(request.ip);
    await this.removeOver(REMOVED_ON_THE_WAY);
    const before = request.person && (await this.of(request.person.id));
    const { tryout, person, sandbox } = await this.begin(door);
    try {
      tryout.orderId = await this[door].prepare(sandbox, tryout.personId);
    } catch (problem) {
      await this.remove(tryout);
      throw problem;
    }
    await this.db.transaction(
      () => this.db.sql`UPDATE "tryout" SET "orderId" = ${tryout.orderId} WHERE "personId" = ${tryout.personId}`,
    );
    await this.sessions.open(request, person);
    if (before) await this.remove(before);
    return tryout;
  }

  async of(personId: string): Promise<Tryout | null> {
    const [row] = await this.db.sql<Tryout>`
      SELECT "personId", "sandboxId", "orderId", "door" FROM "tryout" WHERE "personId" = ${personId}`;
    return row ?? null;
  }

  private async mayCome(address: string): Promise<void> {
    // No address is kept as it is.
    const subject = `try:${sha256Hex(`${this.secret.value}:${address}`).slice(0, 32)}`;
    await this.throttle.sweep();
    await this.throttle.check(subject, FROM_ONE_ADDRESS);
    await this.throttle.miss(subject);
    const [row] = await this.db.sql<{ n: string | number }>`
      SELECT COUNT(*) AS n FROM "tryout" WHERE "expiresAt" > ${new Date()}`;
    if (Number(row?.n ?? 0) >= AT_ONCE) throw new Refusal('too_many', 'door.full');
  }

  /** Person, market and the note of when they go: together, so that nothing is ever left that nobody takes away. */
  private async begin(door: Door): Promise<{ tryout: Tryout; person: Person; sandbox: Sandbox }> {
    const { exercise } = await this.exercises.newest(EXERCISE);
    const scenario = loadScenario(exercise.scenario);
    const edition = await this.sandboxes.editionOf(scenario.id);
    return this.db.transaction(async () => {
      const person = await this.people.addVisitor();
      const sandbox = await this.sandboxes.open({
        kind: 'attempt',
        scenario: scenario.id,
        ruleSet: scenario.ruleSet,
        seed: SEED,
        clock: new Date(scenario.startsAt),
        editionId: edition?.id ?? null,
        ownerId: person.id,
        setup: marketSetupFor(exercise, scenario, cast(scenario, SEED), SEED),
      });
      const tryout = { personId: person.id, sandboxId: sandbox.id, orderId: '', door };
      await this.db.sql`INSERT INTO "tryout" ("personId", "sandboxId", "orderId", "door", "expiresAt")
        VALUES (${person.id}, ${sandbox.id}, '', ${door}, ${new Date(Date.now() + LASTS)})`;
      return { tryout, person, sandbox };
    });
  }

  private async removeOver(most: number): Promise<void> {
    const over = await this.db.sql<Tryout>`SELECT "personId", "sandboxId", "orderId", "door" FROM "tryout"
      WHERE "expiresAt" <= ${new Date()} ORDER BY "expiresAt" LIMIT ${most}`;
    for (const tryout of over) await this.remove(tryout);
  }

  /** What cannot be taken away now is over all the same, and tried again by the next visitor. */
  private async remove({ personId, sandboxId }: Tryout): Promise<void> {
    try {
      await this.removal.remove(sandboxId, async () => {
        await this.db.sql`DELETE FROM "tryout" WHERE "personId" = ${personId}`;
        await this.people.removeVisitor(personId);
        await this.throttle.forget(personId);
      });
    } catch (problem) {
      this.logger.warn(`A visitor's market was not removed: ${problem}`);
    }
  }
}
