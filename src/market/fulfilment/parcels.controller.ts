import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { toSVG } from 'bwip-js/node';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound, Refusal } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import type { Doer } from '../sandboxes/acts.service.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { OrderPages } from './order-pages.service.js';
import { documentFrom, labelFrom, trackingFrom } from './parcel-input.js';
import { Parcels } from './parcels.service.js';

type Form = Record<string, unknown>;

/** The parcel of one order: papers, packing, the counter, the number; and what is printed. */
@Controller('m/:market/orders/:id')
@Allow('learner', 'trainer')
export class ParcelsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
    private readonly parcels: Parcels,
    private readonly pages: OrderPages,
  ) {}

  @Post('document')
  document(@Param('market') market: string, @Param('id') orderId: string, @Me() me: Signed, @Body() form: Form) {
    return this.done(market, orderId, me, form, 'parcels.document_saved', async (by) => {
      const lines = await this.reader.lines([orderId]);
      await this.parcels.saveDocument(by, { orderId, document: documentFrom(form, lines) });
    });
  }

  @Post('label')
  label(@Param('market') market: string, @Param('id') orderId: string, @Me() me: Signed, @Body() form: Form) {
    return this.done(market, orderId, me, form, 'parcels.label_saved', (by) =>
      this.parcels.saveLabel(by, { orderId, label: labelFrom(form) }),
    );
  }

  @Post('packing')
  pack(@Param('market') market: string, @Param('id') orderId: string, @Me() me: Signed) {
    return this.done(market, orderId, me, {}, 'parcels.packed', (by) => this.orders.pack(by, { orderId }));
  }

  @Post('hand-over')
  handOver(@Param('market') market: string, @Param('id') orderId: string, @Me() me: Signed) {
    return this.done(market, orderId, me, {}, 'parcels.handed_over', (by) => this.parcels.handOver(by, { orderId }));
  }

  @Post('tracking')
  tracking(@Param('market') market: string, @Param('id') orderId: string, @Me() me: Signed, @Body() form: Form) {
    return this.done(market, orderId, me, form, 'parcels.tracking_saved', (by) =>
      this.parcels.enterTracking(by, { orderId, trackingNumber: trackingFrom(form) }),
    );
  }

  @Get('label.html')
  async printLabel(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { order, shipment } = await this.own(market, id, me);
    if (!shipment?.label) throw notFound();
    return page('market/fulfilment/label', { layout: 'print', market, order, label: shipment.label });
  }

  @Get('document.html')
  async printDocument(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { order, shipment } = await this.own(market, id, me);
    if (!shipment?.document) throw notFound();
    return page('market/fulfilment/document', { layout: 'print', market, order, document: shipment.document });
  }

  /** The order's number as a bar code for the counter. */
  @Get('barcode.svg')
  @Header('content-type', 'image/svg+xml')
  async barcode(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<string> {
    const { order } = await this.own(market, id, me);
    return toSVG({ bcid: 'code128', text: order.number, scale: 2, height: 12, includetext: true });
  }

  private async own(market: string, id: string, me: Signed) {
    const standing = await this.access.enter(market, me);
    const order = await this.reader.ofSeller(standing.market, standing.by.party, id);
    return { order, shipment: await this.parcels.find(id) };
  }

  private async done(
    market: string,
    id: string,
    me: Signed,
    values: Form,
    key: string,
    verb: (by: Doer) => Promise<unknown>,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await verb(standing.by);
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.pages.seller(standing, id, { values, problems: problem.problems });
    }
    return seeOther(`/m/${market}/orders/${id}`, success(key));
  }
}
