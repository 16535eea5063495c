import { Injectable } from '@nestjs/common';
import type { Standing } from '../sandboxes/market-access.service.js';
import { nextRoom, type RoomState } from './money-home.js';
import { ReceiptReader } from './receipt-reader.service.js';

/** What the home of a shop's money tells. */
@Injectable()
export class MoneyHome {
  constructor(private readonly receipts: ReceiptReader) {}

  async of({ market, by }: Standing) {
    const missing = await this.receipts.missing(market, by.party);
    const rooms: RoomState[] = [{ room: 'receipts', waiting: missing.length }];
    return { rooms, next: nextRoom(rooms) };
  }
}
