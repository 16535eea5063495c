import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { conflict } from '../../shared/refusal.js';
import { Conversations } from '../conversations/conversations.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Acts } from '../sandboxes/acts.service.js';
import { paperNumber, type ReceiptWords, receiptLines } from './receipt.js';
import { ReceiptReader } from './receipt-reader.service.js';

/** The verbs by which a seller gives receipts. One that has not been sent is taken back without a trace but its number. */
@Injectable()
export class Receipts {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly orders: OrderReader,
    private readonly reader: ReceiptReader,
    private readonly conversations: Conversations,
  ) {}

  issue = this.acts.verb('receipt.issue', async (act, input: ReceiptWords & { orderId: string }) => {
    const order = await this.orders.ofSeller(act.market, act.party, input.orderId);
    if (order.paymentStatus !== 'captured' && order.paymentStatus !== 'partially_refunded')
      throw conflict('books.not_paid');
    const { title, buyerName, totalSatang, vatSatang } = input;
    const lines = receiptLines(order, await this.orders.lines([order.id]), input.exempt);
    const id = act.nextId('rct');
    const number = paperNumber('RC', await this.reader.count(order.shopId), act.now);
    const [kept] = await this.db
      .sql`INSERT INTO "sales_receipt" ("id", "market", "shopId", "orderId", "number", "status", "title",
        "buyerName", "lines", "totalSatang", "vatSatang", "issuedAt")
      VALUES (${id}, ${act.market}, ${order.shopId}, ${order.id}, ${number}, 'issued', ${title}, ${buyerName},
        ${canonicalJson(lines)}, ${totalSatang}, ${vatSatang}, ${act.now})
      ON CONFLICT ("orderId") WHERE "status" <> 'cancelled' DO NOTHING RETURNING "id"`;
    if (!kept) throw conflict('books.receipt_once');
    act.record('receipt.issued', id, { orderId: order.id, number, title, totalSatang, vatSatang });
    return id;
  });

  send = this.acts.verb('receipt.send', async (act, input: { receiptId: string }) => {
    const receipt = await this.reader.ofSeller(act.market, act.party, input.receiptId);
    const [moved] = await this.db.sql`UPDATE "sales_receipt" SET "status" = 'sent', "sentAt" = ${act.now}
      WHERE "id" = ${receipt.id} AND "status" = 'issued' RETURNING "id"`;
    if (!moved) throw conflict('books.receipt_moved');
    const { buyerParty: to, number } = await this.orders.get(act.market, receipt.orderId);
    act.record('receipt.sent', receipt.id, { orderId: receipt.orderId, number: receipt.number });
    await this.conversations.notify(act, {
      to,
      key: 'messages.receipt_sent',
      params: { number, receipt: receipt.number },
      objectId: receipt.orderId,
    });
  });

  /** Before or after it was sent; the events tell which. Another one may then be issued. */
  cancel = this.acts.verb('receipt.cancel', async (act, input: { receiptId: string; reason: string }) => {
    const receipt = await this.reader.ofSeller(act.market, act.party, input.receiptId);
    const [moved] = await this.db.sql`UPDATE "sales_receipt" SET "status" = 'cancelled', "cancelledAt" = ${act.now},
      "cancelReason" = ${input.reason} WHERE "id" = ${receipt.id} AND "status" <> 'cancelled' RETURNING "id"`;
    if (!moved) throw conflict('books.receipt_moved');
    const { orderId, number, status } = receipt;
    act.record('receipt.cancelled', receipt.id, { orderId, number, wasSent: status === 'sent', reason: input.reason });
  });
}
