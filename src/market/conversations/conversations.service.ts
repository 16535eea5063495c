import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import type { Act } from '../sandboxes/act.js';

export interface Message {
  id: string;
  orderId: string;
  fromParty: string;
  body: string;
  at: string;
}

/** What people in a market are told: notifications by key, and messages about an order. */
@Injectable()
export class Conversations {
  constructor(private readonly db: Database) {}

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
}
