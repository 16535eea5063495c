import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { reviewFrom } from './review-input.js';
import { ReviewReader } from './review-reader.service.js';
import { whyNotReview } from './reviewable.js';
import { Reviews } from './reviews.service.js';

/** What a buyer has to say of a purchase: a form for each of its goods. */
@Controller('m/:market/purchases/:id/reviews')
@Allow('learner', 'trainer')
export class ReviewsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly orders: OrderReader,
    private readonly reviews: Reviews,
    private readonly reader: ReviewReader,
  ) {}

  @Get()
  show(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.formsOf(market, id, me);
  }

  @Post(':product')
  async write(
    @Param('market') market: string,
    @Param('id') id: string,
    @Param('product') product: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const { by } = await this.access.enter(market, me);
    try {
      await this.reviews.write(asBuyer(by), { orderId: id, productId: product, ...reviewFrom(form ?? {}) });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.formsOf(market, id, me, { product, form, problems: refusal.problems });
    }
    return seeOther(`/m/${market}/purchases/${id}/reviews`, success('reviews.thanks'));
  }

  private async formsOf(
    market: string,
    id: string,
    me: Signed,
    refused?: { product: string; form: Form; problems: Problem[] },
  ): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const order = await this.orders.ofBuyer(standing.market, asBuyer(standing.by).party, id);
    const [lines, written] = await Promise.all([this.orders.lines([id]), this.reader.ofOrder(id)]);
    const goods = new Map(lines.map(({ productId, title }) => [productId, title]));
    const forms = [...goods].map(([productId, title]) => {
      const mine = refused?.product === productId ? refused : null;
      const why = whyNotReview(order, lines, productId);
      return {
        productId,
        title,
        written: written.get(productId) ?? null,
        why: why ? `reviews.${why}` : null,
        values: mine?.form ?? {},
        isRefused: mine !== null,
      };
    });
    return page(
      'market/reviews/write',
      { market, order, forms, problems: refused?.problems ?? [] },
      refused ? 422 : 200,
    );
  }
}
