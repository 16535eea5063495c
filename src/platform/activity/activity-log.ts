import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';
import { Database } from '../database/database.js';
import { chainHash, FIRST_HASH, type LoggedEvent } from './chain.js';
import { type HeadReceipt, headSignature } from './signed-head.js';

/** A state change to be told: `type` is noun.verb, `actor` a party of the market or `person`; times are filled in here. */
export interface NewEvent {
  chain: string;
  type: string;
  actor: string;
  personId?: string | null;
  objectId?: string | null;
  marketAt?: Date | null;
  payload: Record<string, unknown>;
}

/**
 * The append-only log. An event is noted while its transaction runs and written as the last thing before the commit, because
 * the chain's head is locked from then on: locked earlier, every other seller of the market would wait for it.
 */
export class ActivityLog {
  private readonly noted = new WeakMap<object, NewEvent[]>();

  constructor(
    private readonly db: Database,
    private readonly key: string,
  ) {}

  /** Notes an event of the transaction under way; throws outside of one. */
  record(event: NewEvent): void {
    const unit = this.db.manager;
    const waiting = this.noted.get(unit);
    if (waiting) {
      waiting.push(event);
      return;
    }
    const events = [event];
    this.db.beforeCommit(() => this.append(events));
    this.noted.set(unit, events);
  }

  /**
   * A signed receipt for how far a chain has come, kept and given to somebody: a log that is cut afterwards no longer fits it. Nothing
   * may be recorded in the chain by the same transaction, and whoever else could must be held off by the caller. Null for an empty chain.
   */
  async signHead(chain: string): Promise<HeadReceipt | null> {
    const { sql } = this.db;
    const [head] = await sql<{ seq: number; hash: string }>`
      SELECT "seq", "hash" FROM "activity_head" WHERE "chain" = ${chain}`;
    if (!head || head.seq === 0) return null;
    const receipt = { chain, ...head, signature: headSignature(this.key, { chain, ...head }) };
    await sql`INSERT INTO "signed_head" ("chain", "seq", "hash", "signature", "signedAt")
      VALUES (${chain}, ${head.seq}, ${head.hash}, ${receipt.signature}, ${new Date()}) ON CONFLICT DO NOTHING`;
    return receipt;
  }

  private async append(events: NewEvent[]): Promise<void> {
    // In the order of the chains' names, so that two transactions that write to the same two chains cannot wait for each other.
    for (const chain of [...new Set(events.map((event) => event.chain))].sort()) {
      await this.appendTo(
        chain,
        events.filter((event) => event.chain === chain),
      );
    }
  }

  private async appendTo(chain: string, events: NewEvent[]): Promise<void> {
    const { sql } = this.db;
    await sql`INSERT INTO "activity_head" ("chain", "seq", "hash") VALUES (${chain}, 0, ${FIRST_HASH}) ON CONFLICT DO NOTHING`;
    // The update locks the head; only then is its hash read.
    const [head] = await sql<{ seq: number; hash: string }>`
      UPDATE "activity_head" SET "seq" = "seq" + ${events.length} WHERE "chain" = ${chain} RETURNING "seq", "hash"`;
    if (!head) throw new Error(`The chain ${chain} has no head.`);
    const wallAt = new Date();
    let previousHash = head.hash;
    let seq = head.seq - events.length;
    for (const event of events) {
      seq += 1;
      const row = logged(event, seq, wallAt, previousHash);
      await sql`INSERT INTO "activity_event" ("chain", "seq", "type", "actor", "personId", "objectId", "marketAt", "wallAt",
          "payload", "payloadHash", "previousHash", "hash")
        VALUES (${row.chain}, ${row.seq}, ${row.type}, ${row.actor}, ${row.personId}, ${row.objectId}, ${row.marketAt},
          ${row.wallAt}, ${row.payload}, ${row.payloadHash}, ${row.previousHash}, ${row.hash})`;
      previousHash = row.hash;
    }
    await sql`UPDATE "activity_head" SET "hash" = ${previousHash} WHERE "chain" = ${chain}`;
  }
}

function logged(event: NewEvent, seq: number, wallAt: Date, previousHash: string): LoggedEvent {
  const payload = canonicalJson(event.payload);
  const row = {
    chain: event.chain,
    seq,
    type: event.type,
    actor: event.actor,
    personId: event.personId ?? null,
    objectId: event.objectId ?? null,
    marketAt: event.marketAt?.toISOString() ?? null,
    wallAt: wallAt.toISOString(),
    payload,
    payloadHash: sha256Hex(payload),
    previousHash,
  };
  return { ...row, hash: chainHash(row) };
}
