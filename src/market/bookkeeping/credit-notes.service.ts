import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../shared/refusal.js';
import { Conversations } from '../conversations/conversations.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Shops } from '../shops/shops.service.js';
import type { NoteWords } from './credit-note.js';
import { CreditNoteReader } from './credit-note-reader.service.js';
import { paperNumber } from './receipt.js';
import { vatStandingOf } from './vat-standing.js';

/** The verbs by which a seller tells a buyer on paper what of her receipt went back. */
@Injectable()
export class CreditNotes {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly orders: OrderReader,
    private readonly reader: CreditNoteReader,
    private readonly conversations: Conversations,
  ) {}

  issue = this.acts.verb('credit_note.issue', async (act, input: NoteWords & { refundId: string }) => {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    const refunds = await this.reader.notable(act.market, shop.id, vatStandingOf(act.setup));
    const refund = refunds.find(({ refundId }) => refundId === input.refundId);
    if (!refund) throw notFound('books.refund_not_found');
    const { title, amountSatang, vatSatang, reason, refundId } = input;
    const { receiptId, orderId } = refund;
    const id = act.nextId('cdn');
    const number = paperNumber('CN', (await this.reader.ofShop(act.market, shop.id)).length, act.now);
    const [kept] = await this.db
      .sql`INSERT INTO "credit_note" ("id", "market", "shopId", "receiptId", "orderId", "refundId", "number", "status", "title",
        "amountSatang", "vatSatang", "reason", "issuedAt")
      VALUES (${id}, ${act.market}, ${shop.id}, ${receiptId}, ${orderId}, ${refundId}, ${number}, 'issued', ${title},
        ${amountSatang}, ${vatSatang}, ${reason}, ${act.now})
      ON CONFLICT ("shopId", "refundId") WHERE "status" <> 'cancelled' DO NOTHING RETURNING "id"`;
    if (!kept) throw conflict('books.note_once');
    act.record('credit_note.issued', id, { orderId, receiptId, refundId, number, title, amountSatang, vatSatang });
    return id;
  });

  send = this.acts.verb('credit_note.send', async (act, { noteId }: { noteId: string }) => {
    const note = await this.reader.ofSeller(act.market, act.party, noteId);
    const [moved] = await this.db.sql`UPDATE "credit_note" SET "status" = 'sent', "sentAt" = ${act.now}
      WHERE "id" = ${note.id} AND "status" = 'issued' RETURNING "id"`;
    if (!moved) throw conflict('books.note_moved');
    const { buyerParty: to, number } = await this.orders.get(act.market, note.orderId);
    act.record('credit_note.sent', note.id, { orderId: note.orderId, number: note.number });
    await this.conversations.notify(act, {
      to,
      key: 'messages.credit_note_sent',
      params: { number, note: note.number },
      objectId: note.orderId,
    });
  });

  /** Before or after it was sent; another one may then be issued. */
  cancel = this.acts.verb('credit_note.cancel', async (act, { noteId }: { noteId: string }) => {
    const { id, orderId, number, status } = await this.reader.ofSeller(act.market, act.party, noteId);
    const [moved] = await this.db.sql`UPDATE "credit_note" SET "status" = 'cancelled', "cancelledAt" = ${act.now}
      WHERE "id" = ${id} AND "status" <> 'cancelled' RETURNING "id"`;
    if (!moved) throw conflict('books.note_moved');
    act.record('credit_note.cancelled', id, { orderId, number, wasSent: status === 'sent' });
  });
}
