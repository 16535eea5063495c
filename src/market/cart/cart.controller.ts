import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { normaliseThai } from '../../shared/thai-text.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Carts } from './carts.service.js';

@Controller('m/:market/cart')
@Allow('learner', 'trainer')
export class CartController {
  constructor(
    private readonly access: MarketAccess,
    private readonly carts: Carts,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const lines = await this.carts.lines(standing.market, standing.scope, asBuyer(standing.by).party);
    const totalSatang = lines.reduce((sum, line) => sum + (line.priceSatang + line.extraSatang) * line.quantity, 0);
    return page('market/cart/show', { market, lines, totalSatang });
  }

  @Post('lines')
  async add(
    @Param('market') market: string,
    @Me() me: Signed,
    @Body() form: Record<string, string>,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    const quantity = Number(normaliseThai(form.quantity ?? '1'));
    await this.carts.add(asBuyer(by), { variantId: form.variantId ?? '', quantity });
    return seeOther(`/m/${market}/cart`, success('cart.added'));
  }

  @Post('removal')
  async remove(
    @Param('market') market: string,
    @Me() me: Signed,
    @Body() form: Record<string, string>,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.carts.remove(asBuyer(by), { variantId: form.variantId ?? '' });
    return seeOther(`/m/${market}/cart`);
  }
}
