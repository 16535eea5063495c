import { Controller, Get, Header, Param } from '@nestjs/common';
import { toSVG } from 'bwip-js/node';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { Parcels } from './parcels.service.js';

/** What is printed for one parcel, each on paper of its own size. */
@Controller('m/:market/orders/:id')
@Allow('visitor', 'learner', 'trainer')
export class PapersController {
  constructor(
    private readonly access: MarketAccess,
    private readonly reader: OrderReader,
    private readonly parcels: Parcels,
    private readonly shops: Shops,
  ) {}

  /** A6, as carriers' label printers take it. */
  @Get('label.html')
  async label(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { order, shipment, shop } = await this.own(market, id, me);
    if (!shipment?.label) throw notFound();
    const { label } = shipment;
    return page('market/fulfilment/label', { layout: 'print', back: back(market, id), market, order, shop, label });
  }

  @Get('document.html')
  async document(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { order, shipment, shop } = await this.own(market, id, me);
    if (!shipment?.document) throw notFound();
    const { document } = shipment;
    return page('market/fulfilment/document', { layout: 'print', back: back(market, id), order, shop, document });
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
    const [shipment, shop] = await Promise.all([
      this.parcels.find(id),
      this.shops.own(standing.market, standing.by.party),
    ]);
    return { order, shipment, shop };
  }
}

const back = (market: string, id: string): string => `/m/${market}/orders/${id}`;
