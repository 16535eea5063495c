import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';

export interface Message {
  id: string;
  orderId: string;
  fromParty: string;
  body: string;
  at: string;
}

/** Something that a person of the market is told; `key` names its sentence in the catalogue `messages`. */
export interface Notification {
  id: string;
  toParty: string;
  key: string;
  params: Record<string, string>;
  objectId: string;
  at: string;
  readAt: string | null;
}

const MOST = 50;

/** What people in a market are told: notifications by key, and messages about an order. */
@Injectable()
export class Conversations {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
  ) {}

  /** Everything that a person was told so far, as a seller and as a buyer, counts as read. */
  read = this.acts.verb('notifications.read', async (act, input: { parties: string[] }) => {
    await this.db.sql`UPDATE "notification" SET "readAt" = ${act.now}
      WHERE "market" = ${act.market} AND "toParty" IN ${list(input.parties)} AND "readAt" IS NULL`;
    act.record('notifications.read', null, {});
  });

  /** `key` names a sentence in the catalogue `messages`. */
  async notify(
    act: Act,
    note: { to: string; key: string; params?: Record<string, string>; objectId: string },
  ): Promise<void> {
    await this.db.sql`INSERT INTO "notification" ("id", "market", "toParty", "key", "params", "objectId", "at")
      VALUES (${act.nextId('ntf')}, ${act.market}, ${note.to}, ${note.key}, ${canonicalJson(note.params ?? {})}, ${note.objectId}, ${act.now})`;
  }

  /** Keeps a message about an order and tells its reader that there is one. */
  async say(act: Act, message: { orderId: string; to: string; body: string }): Promise<string> {
    const id = act.nextId('msg');
    await this.db.sql`INSERT INTO "message" ("id", "market", "orderId", "fromParty", "body", "at")
      VALUES (${id}, ${act.market}, ${message.orderId}, ${act.party}, ${message.body}, ${act.now})`;
    await this.notify(act, { to: message.to, key: 'messages.new_message', objectId: message.orderId });
    act.record('message.sent', message.orderId, { messageId: id, to: message.to, body: message.body });
    return id;
  }

  messages(market: string, orderId: string): Promise<Message[]> {
    return this.db
      .sql<Message>`SELECT * FROM "message" WHERE "market" = ${market} AND "orderId" = ${orderId} ORDER BY "at", "id"`;
  }

  /** What these parties were told, newest first. */
  async notifications(market: string, parties: readonly string[]): Promise<Notification[]> {
    const rows = await this.db.sql<Omit<Notification, 'params'> & { params: string }>`
      SELECT "id", "toParty", "key", "params", "objectId", "at", "readAt" FROM "notification"
      WHERE "market" = ${market} AND "toParty" IN ${list(parties)} ORDER BY "at" DESC, "id" DESC LIMIT ${MOST}`;
    return rows.map((row) => ({ ...row, params: JSON.parse(row.params) as Record<string, string> }));
  }

  async unread(market: string, parties: readonly string[]): Promise<number> {
    const [row] = await this.db.sql<{ n: string | number }>`SELECT COUNT(*) AS n FROM "notification"
      WHERE "market" = ${market} AND "toParty" IN ${list(parties)} AND "readAt" IS NULL`;
    return Number(row?.n ?? 0);
  }
}
