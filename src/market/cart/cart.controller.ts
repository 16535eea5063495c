import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { cartPage } from './cart-page.js';
import { Carts } from './carts.service.js';
import { piecesFrom } from './pieces.js';

@Controller('m/:market/cart')
@Allow('learner', 'trainer')
export class CartController {
  constructor(
    private readonly access: MarketAccess,
    private readonly carts: Carts,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return this.cart(await this.access.enter(market, me), []);
  }

  @Post('lines')
  async add(
    @Param('market') market: string,
    @Me() me: Signed,
    @Body() form: Record<string, string>,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    const quantity = piecesFrom(form.quantity ?? '1');
    await this.carts.add(asBuyer(by), { variantId: form.variantId ?? '', quantity });
    return seeOther(`/m/${market}/cart`, success('cart.added'));
  }

  @Post('quantity')
  async change(
    @Param('market') market: string,
    @Me() me: Signed,
    @Body() form: Record<string, string>,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const quantity = piecesFrom(form.quantity);
    try {
      await this.carts.change(asBuyer(standing.by), { variantId: form.variantId ?? '', quantity });
      return seeOther(`/m/${market}/cart`, success(quantity === 0 ? 'cart.removed' : 'cart.changed'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.cart(standing, refusal.problems);
    }
  }

  @Post('removal')
  async remove(
    @Param('market') market: string,
    @Me() me: Signed,
    @Body() form: Record<string, string>,
  ): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.carts.remove(asBuyer(by), { variantId: form.variantId ?? '' });
    return seeOther(`/m/${market}/cart`, success('cart.removed'));
  }

  private async cart({ sandbox, market, scope, by }: Standing, problems: Problem[]): Promise<Page> {
    const contents = await this.carts.contents(market, scope, asBuyer(by).party);
    return page(
      'market/cart/show',
      { market: sandbox.id, ...cartPage(contents), problems },
      problems.length > 0 ? 422 : 200,
    );
  }
}
