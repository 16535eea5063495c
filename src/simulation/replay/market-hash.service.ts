import { Injectable } from '@nestjs/common';
import { chainOf } from '../../market/sandboxes/acts.service.js';
import { Database } from '../../platform/database/database.js';
import { type HashedEvent, hashOfMarket } from './market-hash.js';

@Injectable()
export class MarketHash {
  constructor(private readonly db: Database) {}

  /** The market hash of a generation (`k3x9abcd.1`), from its whole log. */
  async of(market: string): Promise<string> {
    const events = await this.db.sql<HashedEvent>`
      SELECT "seq", "type", "actor", "objectId", "marketAt", "payload" FROM "activity_event"
      WHERE "chain" = ${chainOf(market)} ORDER BY "seq"`;
    return hashOfMarket(market, events);
  }
}
