import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Page, type SeeOther, seeOther } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound, Refusal } from '../../shared/refusal.js';
import { Listings } from '../catalogue/listings.service.js';
import { GoodsPictures } from '../media/goods-pictures.service.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { choicePage, goodsOf } from './goods-choice.js';

/** Which of the persona's goods a new listing is for. */
@Controller('m/:market/products')
@Allow('learner', 'trainer')
export class NewProductController {
  constructor(
    private readonly access: MarketAccess,
    private readonly listings: Listings,
    private readonly pictures: GoodsPictures,
  ) {}

  @Get('new')
  async choose(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return choicePage(await this.access.enter(market, me), []);
  }

  @Get('new/:goods.webp')
  async picture(
    @Param('market') market: string,
    @Param('goods') key: string,
    @Me() me: Signed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const goods = goodsOf(await this.access.enter(market, me)).find((one) => one.key === key);
    if (!goods) throw notFound();
    const { kind, palette } = goods.picture;
    const { sha } = await this.pictures.onSight({ kind, palette, role: 'front', seed: 'goods', longEdge: 1200 });
    reply.type('image/webp').header('cache-control', 'private, max-age=86400');
    return this.pictures.file(sha, 320);
  }

  @Post()
  async start(@Param('market') market: string, @Body() form: Form, @Me() me: Signed): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      const id = await this.listings.start(standing.by, { goodsKey: String(form?.goodsKey ?? '') });
      return seeOther(`/m/${market}/products/${id}`);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return choicePage(standing, refusal.problems);
    }
  }
}
