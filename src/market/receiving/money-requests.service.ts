import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { MINUTE } from '../../shared/clock.js';
import { conflict, invalid, notFound } from '../../shared/refusal.js';
import { practiceCode, readPaymentCode } from '../../shared/thai-qr/payment-code.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import { Checkout } from '../orders/checkout.service.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import type { Shop } from '../shops/shop.js';
import { Shops } from '../shops/shops.service.js';
import { Inquiries } from './inquiries.service.js';
import type { Inquiry } from './inquiry.js';
import { type DraftOrder, type MoneyRequest, type MoneyRequestRow, tidyRequest } from './money-request.js';
import { Shelves } from './shelves.service.js';

export interface DraftInput extends DraftOrder {
  inquiryId: string;
  /** What the seller means to ask for. */
  amountSatang: number;
  /** Number of one of the accounts on her card. */
  account: string;
}

/** For how long the goods of an order taken by hand wait for their money. */
const KEPT_HOURS = 72;
/** After how long a simulated buyer answers. */
const ANSWERS_AFTER = 40 * MINUTE;

/** Requests to pay: written down, looked at as the buyer will see them, mended, and sent. */
@Injectable()
export class MoneyRequests {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly accounts: ReceivingAccounts,
    private readonly shops: Shops,
    private readonly shelves: Shelves,
    private readonly inquiries: Inquiries,
    private readonly orders: OrderReader,
    private readonly placed: Orders,
    private readonly checkout: Checkout,
    private readonly conversations: Conversations,
  ) {}

  /** Writes the order down and makes its QR. Done again it takes the place of the one before: nothing is sent yet. */
  draft = this.acts.verb('request.draft', async (act, input: DraftInput): Promise<string> => {
    const inquiry = await this.inquiries.ofSeller(act.market, act.party, input.inquiryId);
    if (inquiry.orderId) throw conflict('bank.request_sent_already');
    const shop = await this.ownShop(act);
    const account = this.accounts.choices(shop).find(({ number }) => number === input.account);
    if (!account) throw invalid([{ field: 'account', key: 'bank.choose' }]);
    const { lines, delivery, amountSatang } = input;
    const due = await this.shelves.due(act.market, shop.id, { lines, delivery }, zoneOf(inquiry.buyer));
    const code = practiceCode(account.number, amountSatang);
    const before = await this.ofInquiry(act.market, inquiry.id);
    const draft = canonicalJson({ lines, delivery });
    const id = before?.id ?? act.nextId('req');
    if (!before)
      await this.db
        .sql`INSERT INTO "money_request" ("id", "market", "shopId", "sellerParty", "kind", "inquiryId", "account", "holder",
          "amountSatang", "dueSatang", "code", "status", "madeAt")
        VALUES (${id}, ${act.market}, ${shop.id}, ${act.party}, 'order', ${inquiry.id}, ${account.number}, ${account.holder},
          ${amountSatang}, ${due}, ${code}, 'draft', ${act.now})`;
    await this.db
      .sql`UPDATE "money_request" SET "draft" = ${draft}, "account" = ${account.number}, "holder" = ${account.holder},
      "amountSatang" = ${amountSatang}, "dueSatang" = ${due}, "code" = ${code}, "madeAt" = ${act.now} WHERE "id" = ${id}`;
    act.record('payment_request.drafted', id, { inquiryId: inquiry.id, amountSatang });
    return id;
  });

  /** Takes the order and sends the request: from here on it counts. Answers the order's id. */
  send = this.acts.verb('request.send', async (act, input: { requestId: string }): Promise<string> => {
    const request = await this.ofSeller(act.market, act.party, input.requestId);
    if (request.status !== 'draft' || !request.draft || !request.inquiryId) throw conflict('bank.request_sent_already');
    const inquiry = await this.inquiries.ofSeller(act.market, act.party, request.inquiryId);
    const order = await this.place(act, inquiry, request.draft);
    await this.inquiries.ordered(act, inquiry.id, order.id);
    await this.mark(act, { ...request, dueSatang: order.totalSatang }, order, inquiry.buyerParty);
    return order.id;
  });

  /** Asks for what is missing of an order. How much is the seller's to say. */
  topUp = this.acts.verb(
    'top_up.request',
    async (act, input: { orderId: string; amountSatang: number }): Promise<string> => {
      const order = await this.orders.ofSeller(act.market, act.party, input.orderId);
      const account = await this.accounts.ofSeller(act.market, act.party);
      if (!account) throw conflict('bank.no_account');
      const { amountSatang } = input;
      const [row] = await this.db.sql<{
        n: string | number;
      }>`SELECT COALESCE(SUM("amountSatang"), 0) AS n FROM "bank_transfer"
      WHERE "market" = ${act.market} AND "matchedTo" = ${order.id}`;
      const dueSatang = Math.max(0, order.totalSatang - Number(row?.n ?? 0));
      const code = practiceCode(account.number, amountSatang, order.number);
      const id = act.nextId('req');
      const { number: of, holder } = account;
      await this.db
        .sql`INSERT INTO "money_request" ("id", "market", "shopId", "sellerParty", "kind", "orderId", "account", "holder",
        "amountSatang", "dueSatang", "code", "status", "madeAt")
      VALUES (${id}, ${act.market}, ${order.shopId}, ${act.party}, 'top_up', ${order.id}, ${of}, ${holder}, ${amountSatang},
        ${dueSatang}, ${code}, 'draft', ${act.now})`;
      act.record('top_up.requested', order.id, { number: order.number, amountSatang, requestId: id });
      await this.mark(act, await this.ofSeller(act.market, act.party, id), order, order.buyerParty);
      return id;
    },
  );

  async ofSeller(market: string, party: string, id: string): Promise<MoneyRequest> {
    const [row] = await this.db.sql<MoneyRequestRow>`SELECT * FROM "money_request"
      WHERE "id" = ${id} AND "market" = ${market} AND "sellerParty" = ${party}`;
    if (!row) throw notFound('bank.no_request');
    return tidyRequest(row);
  }

  async get(market: string, id: string): Promise<MoneyRequest> {
    const [row] = await this.db
      .sql<MoneyRequestRow>`SELECT * FROM "money_request" WHERE "id" = ${id} AND "market" = ${market}`;
    if (!row) throw notFound('bank.no_request');
    return tidyRequest(row);
  }

  async ofInquiry(market: string, inquiryId: string): Promise<MoneyRequest | null> {
    const [row] = await this.db.sql<MoneyRequestRow>`SELECT * FROM "money_request"
      WHERE "market" = ${market} AND "inquiryId" = ${inquiryId}`;
    return row ? tidyRequest(row) : null;
  }

  /** Those that were sent for an order, oldest first. */
  async ofOrder(market: string, orderId: string): Promise<MoneyRequest[]> {
    const rows = await this.db.sql<MoneyRequestRow>`SELECT * FROM "money_request"
      WHERE "market" = ${market} AND "orderId" = ${orderId} ORDER BY "madeAt", "id"`;
    return rows.map(tidyRequest);
  }

  /** The buyer has transferred what was asked. */
  async paid(act: Act, id: string): Promise<boolean> {
    const rows = await this.db.sql`UPDATE "money_request" SET "status" = 'paid'
      WHERE "id" = ${id} AND "market" = ${act.market} AND "status" = 'sent' RETURNING "id"`;
    return rows.length === 1;
  }

  private async place(
    act: Act,
    { id, buyerParty, buyer, shopId }: Inquiry,
    { lines, delivery }: DraftOrder,
  ): Promise<Order> {
    const asBuyer = { ...act, party: buyerParty };
    const wish = { onceKey: `inquiry:${id}`, buyer, lines, delivery: { [shopId]: delivery } };
    const groupId = await this.checkout.placeIn(asBuyer, wish, 'bank_transfer');
    const [order] = await this.orders.inGroup(act.market, groupId);
    if (order?.shopId !== shopId) throw conflict('bank.own_goods_only');
    return order;
  }

  /** Sent: the log keeps the QR as it is, the buyer is told, and she answers in her own time. */
  private async mark(
    act: Act,
    request: MoneyRequest,
    { id: orderId, number, groupId }: Order,
    buyer: string,
  ): Promise<void> {
    await this.db.sql`UPDATE "money_request" SET "status" = 'sent', "sentAt" = ${act.now}, "orderId" = ${orderId},
      "dueSatang" = ${request.dueSatang} WHERE "id" = ${request.id}`;
    await this.placed.keepFor(act, groupId, KEPT_HOURS);
    const { kind, amountSatang, dueSatang, account, holder, code } = request;
    const told = { orderId, number, kind, amountSatang, dueSatang, account, holder, code, read: readPaymentCode(code) };
    act.record('payment.requested', request.id, told);
    await this.conversations.notify(act, { to: buyer, key: 'bank.asked', params: { number }, objectId: orderId });
    if (buyer.startsWith('shopper:'))
      await act.later(new Date(act.now.getTime() + ANSWERS_AFTER), 'request.answer', { requestId: request.id });
  }

  private async ownShop(act: Act): Promise<Shop> {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    return shop;
  }
}
