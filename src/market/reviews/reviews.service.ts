import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../shared/refusal.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { authorOf } from './review.js';
import type { ReviewInput } from './review-input.js';
import { type ReviewRefusal, whyNotReview } from './reviewable.js';

/** What was said of goods before their market opened. */
export interface EarlierReview extends ReviewInput {
  name: string;
  writtenAt: string;
}

const REFUSALS: Record<ReviewRefusal, string> = {
  not_delivered: 'reviews.not_delivered',
  own_shop: 'reviews.own_shop',
  not_bought: 'reviews.not_bought',
};

/** The verbs by which goods are reviewed. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly orders: OrderReader,
  ) {}

  /** A buyer says how the goods of a delivered order are, once. The goods of other shops are shared by all markets and take no review here. */
  write = this.acts.verb('review.write', async (act, input: ReviewInput & { orderId: string; productId: string }) => {
    const order = await this.orders.ofBuyer(act.market, act.party, input.orderId);
    const why = whyNotReview(order, await this.orders.lines([order.id]), input.productId);
    if (why) throw conflict(REFUSALS[why]);
    const { buyerName } = await this.orders.group(act.market, order.groupId);
    const review = { ...input, author: authorOf(buyerName), writtenAt: act.now.toISOString() };
    await this.keep(act, input.productId, review, order.id);
    act.record('review.written', input.productId, { orderId: order.id, stars: input.stars });
  });

  /** What the goods of a background shop were told before the market opened: one act for all of a listing's reviews. */
  gather = this.acts.verb('review.gather', async (act, input: { productId: string; reviews: EarlierReview[] }) => {
    for (const { name, ...said } of input.reviews)
      await this.keep(act, input.productId, { ...said, author: authorOf(name) }, null);
    act.record('review.gathered', input.productId, { count: input.reviews.length });
  });

  private async keep(
    act: Act,
    productId: string,
    review: ReviewInput & { author: string; writtenAt: string },
    orderId: string | null,
  ): Promise<void> {
    const [known] = await this.db.sql`UPDATE "product" SET "reviewCount" = "reviewCount" + 1,
      "starSum" = "starSum" + ${review.stars} WHERE "id" = ${productId} AND "market" = ${act.market} RETURNING "id"`;
    if (!known) throw notFound();
    const [kept] = await this.db
      .sql`INSERT INTO "review" ("id", "market", "productId", "orderId", "party", "author", "stars", "text", "writtenAt")
      VALUES (${act.nextId('rev')}, ${act.market}, ${productId}, ${orderId}, ${act.party}, ${review.author}, ${review.stars},
        ${review.text}, ${review.writtenAt}) ON CONFLICT ("orderId", "productId") DO NOTHING RETURNING "id"`;
    if (!kept) throw conflict('reviews.once');
  }
}
