import { Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Conversations } from '../conversations/conversations.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import { RefundsDesk } from '../payments/refunds-desk.service.js';
import { asBuyer, bothParties } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Carrier, canBeRefused } from './carrier.service.js';
import { Parcels } from './parcels.service.js';
import { purchaseTimeline } from './purchase-timeline.js';

/** The buyer's side of an order: where the parcel is, what the shop wrote. */
@Controller('m/:market/purchases')
@Allow('learner', 'trainer')
export class PurchasesController {
  constructor(
    private readonly access: MarketAccess,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
    private readonly parcels: Parcels,
    private readonly carrier: Carrier,
    private readonly conversations: Conversations,
    private readonly refunds: RefundsDesk,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const [orders, news] = await Promise.all([
      this.reader.purchases(standing.market, asBuyer(standing.by).party),
      this.conversations.unread(standing.market, bothParties(standing.by)),
    ]);
    return page('market/orders/purchases', { market, orders, news });
  }

  @Get(':id')
  async show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const order = await this.reader.ofBuyer(standing.market, asBuyer(standing.by).party, id);
    const [lines, group, shipment, events, messages] = await Promise.all([
      this.reader.lines([id]),
      this.reader.group(standing.market, order.groupId),
      this.parcels.find(id),
      this.parcels.events(id),
      this.conversations.messages(standing.market, id),
    ]);
    const canConfirm = order.shipmentStatus === 'delivered' && order.orderStatus === 'handed_over';
    const canCancel = order.orderStatus === 'placed';
    return page('market/orders/purchase', {
      market,
      order,
      lines,
      group,
      shipment,
      events,
      messages: messages.map((message) => ({ ...message, isMine: message.fromParty === order.buyerParty })),
      canConfirm,
      canCancel,
      canRefuse: canBeRefused(order) && !shipment?.refusedAt,
      timeline: purchaseTimeline(order),
    });
  }

  @Post(':id/receipt')
  async confirm(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.orders.complete(asBuyer(by), { orderId: id });
    return seeOther(`/m/${market}/purchases/${id}`, success('orders.confirmed'));
  }

  /** At the door: she does not take a parcel that is to be paid there. */
  @Post(':id/door-refusal')
  async refuse(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.carrier.refuse(asBuyer(by), { orderId: id });
    return seeOther(`/m/${market}/purchases/${id}`, success('money.refused'));
  }

  @Post(':id/cancellation')
  async cancel(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.orders.cancel(asBuyer(by), { orderId: id, reason: 'buyer_changed_mind' });
    await this.refunds.sendRefunds(by.sandboxId);
    return seeOther(`/m/${market}/purchases/${id}`, success('orders.cancelled'));
  }
}
