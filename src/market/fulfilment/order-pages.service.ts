import { Injectable } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import type { Problem } from '../../shared/refusal.js';
import { CodOrders } from '../cod/cod-orders.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { OrderLine } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { sellerLabel } from '../orders/seller-label.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { nextStep, stepNumber } from './next-step.js';
import { documentAsTyped, papersAsOrdered, tickedLines } from './paper-forms.js';
import { Parcels } from './parcels.service.js';
import type { Shipment } from './shipment.js';

export type Paper = 'document' | 'label';

/** What one of the page's forms held when it was sent. */
export interface Refill {
  values: Form;
  problems: Problem[];
  /** Which of the two papers it is; the other keeps what was saved. */
  paper?: Paper;
}

/** The seller's page of one order, the first time and with what was wrong in a form. */
@Injectable()
export class OrderPages {
  constructor(
    private readonly orders: OrderReader,
    private readonly parcels: Parcels,
    private readonly conversations: Conversations,
    private readonly shops: Shops,
    private readonly cods: CodOrders,
  ) {}

  /** The page with one paper's form filled from the order, for her to read over. */
  async filled(standing: Standing, id: string, paper: Paper): Promise<Page> {
    const order = await this.orders.ofSeller(standing.market, standing.by.party, id);
    const [lines, group, shop] = await Promise.all([
      this.orders.lines([id]),
      this.orders.group(standing.market, order.groupId),
      this.shops.own(standing.market, standing.by.party),
    ]);
    const papers = papersAsOrdered(order, group, lines, shop?.sellerName ?? shop?.name ?? '');
    return this.seller(standing, id, { values: papers[paper], problems: [], paper });
  }

  async seller({ sandbox, market, by }: Standing, id: string, refill?: Refill): Promise<Page> {
    const order = await this.orders.ofSeller(market, by.party, id);
    const [lines, group, shipment, messages, events, cod] = await Promise.all([
      this.orders.lines([id]),
      this.orders.group(market, order.groupId),
      this.parcels.find(id),
      this.conversations.messages(market, id),
      this.parcels.events(id),
      this.cods.find(id),
    ]);
    const label = sellerLabel(order);
    const hasWritten = messages.some((message) => message.fromParty === by.party);
    const step = nextStep({ orderStatus: order.orderStatus, label }, shipment, hasWritten);
    const papers = papersOnPage(shipment, lines, refill);
    const isInShop = order.orderStatus === 'confirmed' || order.orderStatus === 'packed';
    return page(
      'market/orders/show',
      {
        market: sandbox.id,
        order,
        lines,
        group,
        shipment,
        events,
        cod,
        papers,
        messages: messages.map((message) => ({ ...message, isMine: message.fromParty === by.party })),
        label,
        step,
        stepNumber: stepNumber(step),
        can: {
          refuse: label === 'to_ship',
          prepare: isInShop,
          tracking: shipment?.handedOverAt,
          write: label !== 'to_pay',
          giveBack: order.deliveredAt !== null && order.paidAt !== null,
        },
        ...refill,
      },
      refill?.problems.length ? 422 : 200,
    );
  }
}

/** Both forms as they were kept, but the one that comes back as it was sent. */
function papersOnPage(shipment: Shipment | null, lines: readonly OrderLine[], refill?: Refill) {
  const saved = {
    document: shipment?.document ? documentAsTyped(shipment.document, lines) : {},
    label: shipment?.label ?? {},
  };
  const shown = refill?.paper ? { ...saved, [refill.paper]: refill.values } : saved;
  return { ...shown, lines: tickedLines(lines, shown.document) };
}
