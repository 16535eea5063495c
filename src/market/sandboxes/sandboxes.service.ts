import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { newId, randomWord } from '../../shared/ids.js';
import { notFound } from '../../shared/refusal.js';
import type { MarketSetup } from './market-setup.js';
import { Sandbox, type SandboxHead, type SandboxKind } from './sandbox.entity.js';

export interface NewSandbox {
  kind: SandboxKind;
  scenario: string;
  ruleSet: string;
  seed: string;
  /** The market's first moment. */
  clock: Date;
  editionId?: string | null;
  ownerId?: string | null;
  classId?: string | null;
  setup?: MarketSetup | null;
}

type SandboxRow = Omit<SandboxHead, 'clock' | 'openedClock' | 'setup'> & {
  clock: string;
  openedClock: string;
  setup: string | null;
};
/** Told of a market at the first moment of each of its generations, in the opener's transaction. */
export type OpeningListener = (sandbox: Sandbox) => Promise<void>;

/** Opens, finds and resets the markets themselves; what is in them belongs to the modules of commerce. */
@Injectable()
export class Sandboxes {
  private readonly listeners: OpeningListener[] = [];

  constructor(private readonly db: Database) {}

  /** Asks to be told when a market begins and when it begins anew. */
  whenOpened(listener: OpeningListener): void {
    this.listeners.push(listener);
  }

  /** Joins the caller's transaction. The id is a short random word: it stands in addresses that people read to each other. */
  async open(wanted: NewSandbox): Promise<Sandbox> {
    const sandbox = newSandbox(wanted);
    await this.db.transaction(async () => {
      await this.db.manager.insert(Sandbox, sandbox);
      await this.tell(sandbox);
    });
    return sandbox;
  }

  /** The one market of a class. A second open of the same moment finds the first one's: the index on the class lets only one in. */
  async openForClass(wanted: NewSandbox & { classId: string }): Promise<{ sandbox: Sandbox; isNew: boolean }> {
    const wished = newSandbox(wanted);
    return this.db.transaction(async () => {
      await this.db.manager.createQueryBuilder().insert().into(Sandbox).values(wished).orIgnore().execute();
      const sandbox = await this.classMarket(wanted.classId);
      if (!sandbox) throw notFound('errors.market_not_found');
      const isNew = sandbox.id === wished.id;
      if (isNew) await this.tell(sandbox);
      return { sandbox, isNew };
    });
  }

  async get(id: string): Promise<Sandbox> {
    const sandbox = await this.db.manager.findOneBy(Sandbox, { id });
    if (!sandbox) throw notFound('errors.market_not_found');
    return sandbox;
  }

  find(id: string): Promise<Sandbox | null> {
    return this.db.manager.findOneBy(Sandbox, { id });
  }

  /** What every page of a market needs of it, read the short way: an entity costs more than the rest of the page's reading. */
  async head(id: string): Promise<SandboxHead | null> {
    const [row] = await this.db.sql<SandboxRow>`
      SELECT "id", "kind", "editionId", "scenario", "ruleSet", "generation", "clock", "openedClock", "ownerId", "classId", "setup"
      FROM "sandbox" WHERE "id" = ${id}`;
    return row ? headFrom(row) : null;
  }

  async classMarket(classId: string): Promise<Sandbox | null> {
    return this.db.manager.findOneBy(Sandbox, { classId, kind: 'class' });
  }

  /** The markets of the classes that a person learns in, newest class first. */
  async classMarketsOf(personId: string): Promise<Array<{ id: string; className: string }>> {
    return this.db.sql<{ id: string; className: string }>`
      SELECT s."id", g."name" AS "className" FROM "class_member" m JOIN "class_group" g ON g."id" = m."classId"
      JOIN "sandbox" s ON s."classId" = g."id" AND s."kind" = 'class'
      WHERE m."personId" = ${personId} ORDER BY g."createdAt" DESC LIMIT 20`;
  }

  /** The finished edition of a scenario. One that a crash left half made is not closed and is never found. */
  async editionOf(scenario: string): Promise<Sandbox | null> {
    return this.db.manager.findOne(Sandbox, {
      where: { scenario, kind: 'edition', closedAt: Not(IsNull()) },
      order: { createdAt: 'ASC' },
    });
  }

  /** Keeps every act of this market waiting until the caller's transaction ends: what is read meanwhile belongs together. */
  async hold(id: string): Promise<void> {
    await this.db.sql`UPDATE "sandbox" SET "counter" = "counter" WHERE "id" = ${id}`;
  }

  /** From now on nothing happens in this market any more. */
  async close(id: string): Promise<void> {
    await this.db.transaction(() => this.db.sql`UPDATE "sandbox" SET "closedAt" = ${new Date()} WHERE "id" = ${id}`);
  }

  /**
   * A new generation at the market's first moment: its ids, its log and its due events begin anew, the old ones stay for an
   * appeal. Every commercial row carries the generation in its id, so that pages must ask with `scopeOf`.
   */
  async reset(id: string): Promise<Sandbox> {
    return this.db.transaction(async () => {
      await this.db
        .sql`UPDATE "sandbox" SET "generation" = "generation" + 1, "counter" = 0, "clock" = "openedClock" WHERE "id" = ${id}`;
      const sandbox = await this.get(id);
      await this.tell(sandbox);
      return sandbox;
    });
  }

  private async tell(sandbox: Sandbox): Promise<void> {
    for (const listener of this.listeners) await listener(sandbox);
  }
}

function newSandbox(wanted: NewSandbox): Sandbox {
  return Object.assign(new Sandbox(), {
    editionId: null,
    ownerId: null,
    classId: null,
    setup: null,
    ...wanted,
    id: randomWord(8),
    generation: 1,
    counter: 0,
    openedClock: wanted.clock,
    providerKey: `sk_test_${newId('market').slice('market_'.length)}`,
    createdAt: new Date(),
    closedAt: null,
  });
}

/** The set-up is the long part and few pages want it: it is read when one does. */
function headFrom({ setup, ...row }: SandboxRow): SandboxHead {
  return {
    ...row,
    clock: new Date(row.clock),
    openedClock: new Date(row.openedClock),
    get setup() {
      return setup ? (JSON.parse(setup) as MarketSetup) : null;
    },
  };
}
