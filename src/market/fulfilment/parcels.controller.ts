import { Body, Controller, Param, Post } from '@nestjs/common';
import { type Page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Refusal } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { Orders } from '../orders/orders.service.js';
import type { Doer } from '../sandboxes/acts.service.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { OrderPages, type Paper } from './order-pages.service.js';
import { documentFrom, labelFrom, trackingFrom } from './parcel-input.js';
import { Parcels } from './parcels.service.js';

type Form = Record<string, unknown>;

/** The parcel of one order: papers, packing, the counter, the number. */
@Controller('m/:market/orders/:id')
@Allow('visitor', 'learner', 'trainer')
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
    return this.done(
      market,
      orderId,
      me,
      form,
      'parcels.document_saved',
      async (by) => {
        const lines = await this.reader.lines([orderId]);
        await this.parcels.saveDocument(by, { orderId, document: documentFrom(form, lines) });
      },
      'document',
    );
  }

  @Post('label')
  label(@Param('market') market: string, @Param('id') orderId: string, @Me() me: Signed, @Body() form: Form) {
    return this.done(
      market,
      orderId,
      me,
      form,
      'parcels.label_saved',
      (by) => this.parcels.saveLabel(by, { orderId, label: labelFrom(form) }),
      'label',
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

  private async done(
    market: string,
    id: string,
    me: Signed,
    values: Form,
    key: string,
    verb: (by: Doer) => Promise<unknown>,
    paper?: Paper,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await verb(standing.by);
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.pages.seller(standing, id, { values, problems: problem.problems, paper });
    }
    return seeOther(`/m/${market}/orders/${id}`, success(key));
  }
}
