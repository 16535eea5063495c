import { Injectable } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { baht } from '../../shared/money.js';
import type { Problem } from '../../shared/refusal.js';
import { readPaymentCode } from '../../shared/thai-qr/payment-code.js';
import { practicePicture } from '../../shared/thai-qr/picture.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { Inquiries } from './inquiries.service.js';
import type { Inquiry } from './inquiry.js';
import type { MoneyRequest } from './money-request.js';
import { MoneyRequests } from './money-requests.service.js';
import { Shelves } from './shelves.service.js';

interface Shown {
  isEditing: boolean;
  values?: Record<string, string>;
  problems?: Problem[];
}

/** The page of one who wants to order: what she wrote, the order being written down, the request as she will see it. */
@Injectable()
export class RequestPages {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly requests: MoneyRequests,
    private readonly shelves: Shelves,
    private readonly shops: Shops,
    private readonly accounts: ReceivingAccounts,
    private readonly orders: OrderReader,
    private readonly conversations: Conversations,
  ) {}

  async show(standing: Standing, id: string, { isEditing, values, problems = [] }: Shown): Promise<Page> {
    const { sandbox, market, by } = standing;
    const inquiry = await this.inquiries.ofSeller(market, by.party, id);
    const [request, messages, order] = await Promise.all([
      this.requests.ofInquiry(market, id),
      this.conversations.messages(market, id),
      inquiry.orderId ? this.orders.get(market, inquiry.orderId) : null,
    ]);
    const isForm = !order && (!request || isEditing);
    const form = isForm ? await this.form(standing, inquiry, request, values) : null;
    const data = {
      market: sandbox.id,
      inquiry,
      order,
      messages: messages.map((message) => ({ ...message, isMine: message.fromParty === by.party })),
      form,
      request: isForm ? null : request && (await this.asSeen(market, request, inquiry)),
      values: values ?? {},
      problems,
    };
    return page('market/receiving/request', data, problems.length > 0 ? 422 : 200);
  }

  private async form(
    { market, by }: Standing,
    inquiry: Inquiry,
    request: MoneyRequest | null,
    values?: Record<string, string>,
  ) {
    const shop = await this.shops.own(market, by.party);
    const [goods, ways, linked] = await Promise.all([
      this.shelves.of(market, inquiry.shopId),
      this.shops.deliveryOptions(inquiry.shopId, zoneOf(inquiry.buyer)),
      this.accounts.of(market, inquiry.shopId),
    ]);
    const typed = values ?? valuesOf(request, linked?.number ?? '');
    return {
      goods: goods.map((one) => ({ ...one, pieces: typed[`q_${one.variantId}`] ?? '' })),
      ways: ways.map((way) => ({ ...way, isChosen: way.code === typed.delivery })),
      accounts: this.accounts.choices(shop).map((one) => ({ ...one, isChosen: one.number === typed.account })),
      amount: typed.amount ?? '',
    };
  }

  /** The request as the buyer sees it, read back out of its QR, beside the order as it is written down. */
  private async asSeen(market: string, request: MoneyRequest, inquiry: Inquiry) {
    const code = readPaymentCode(request.code);
    const goods = await this.shelves.of(market, inquiry.shopId);
    const lines = (request.draft?.lines ?? []).map(({ variantId, quantity }) => {
      const found = goods.find((one) => one.variantId === variantId);
      return {
        quantity,
        title: found?.title ?? '',
        optionText: found?.optionText ?? '',
        unit: found?.priceSatang ?? 0,
      };
    });
    const ways = await this.shops.deliveryOptions(inquiry.shopId, zoneOf(inquiry.buyer));
    const way = ways.find((one) => one.code === request.draft?.delivery) ?? null;
    return { ...request, qr: practicePicture(request.code), read: typeof code === 'string' ? null : code, lines, way };
  }
}

function valuesOf(request: MoneyRequest | null, linked: string): Record<string, string> {
  if (!request) return { account: linked };
  const pieces = (request.draft?.lines ?? []).map(({ variantId, quantity }) => [`q_${variantId}`, String(quantity)]);
  return {
    ...Object.fromEntries(pieces),
    delivery: request.draft?.delivery ?? '',
    account: request.account,
    amount: baht(request.amountSatang),
  };
}
