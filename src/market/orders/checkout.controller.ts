import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { newId } from '../../shared/ids.js';
import { conflict, invalid, type Problem, Refusal } from '../../shared/refusal.js';
import { type AddressStep, addressStep } from '../addresses/address-form.js';
import { type DeliveryZone, zoneOf } from '../addresses/delivery-zone.js';
import { type CartLine, Carts } from '../cart/carts.service.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { buyerFrom } from './buyer-input.js';
import { Checkout } from './checkout.service.js';
import { buyerCards, type CheckoutForm, checkoutSums, personaForm } from './checkout-page.js';
import { waysToPay } from './ways-to-pay.js';

@Controller('m/:market/checkout')
@Allow('learner', 'trainer')
export class CheckoutController {
  constructor(
    private readonly access: MarketAccess,
    private readonly carts: Carts,
    private readonly shops: Shops,
    private readonly checkout: Checkout,
    private readonly config: Config,
  ) {}

  @Get()
  async form(@Param('market') market: string, @Me() me: Signed, @Query('buyer') buyer?: string): Promise<Page> {
    return this.show(await this.access.enter(market, me), personaForm(buyer), []);
  }

  /** Finds a place, fills a picked one in or works the sum out again; it changes nothing, so it answers the form itself. */
  @Post('address')
  async address(@Param('market') market: string, @Me() me: Signed, @Body() form: CheckoutForm): Promise<Page> {
    const { values, ...address } = addressStep(form ?? {});
    return this.show(await this.access.enter(market, me), values as CheckoutForm, [], address);
  }

  @Post()
  async place(@Param('market') market: string, @Me() me: Signed, @Body() form: CheckoutForm): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      const buyer = buyerFrom(form);
      // The fees that she saw were those of another zone: she must see the right ones before she buys.
      if (form.zone && form.zone !== zoneOf(buyer)) throw invalid([{ field: 'postcode', key: 'cart.zone_changed' }]);
      const lines = await this.carts.lines(standing.market, standing.scope, asBuyer(standing.by).party);
      if (this.mustSplit(lines)) throw conflict('cart.one_shop_at_a_time');
      const groupId = await this.checkout.place(asBuyer(standing.by), {
        onceKey: form.onceKey || newId('once'),
        buyer,
        lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
        delivery: Object.fromEntries(lines.map(({ shopId }) => [shopId, form[`delivery_${shopId}`] ?? ''])),
      });
      return seeOther(`/m/${market}/groups/${groupId}`, success('cart.placed'));
    } catch (problem) {
      if (problem instanceof Refusal && problem.kind === 'invalid') return this.show(standing, form, problem.problems);
      throw problem;
    }
  }

  private async show(
    { sandbox, market, scope, by }: Standing,
    values: CheckoutForm,
    problems: Problem[],
    address: Omit<AddressStep, 'values'> | null = null,
  ): Promise<Page> {
    const { lines, gone } = await this.carts.contents(market, scope, asBuyer(by).party);
    const zone = zoneOf(values);
    const checkout = checkoutSums(lines, await this.options(lines, zone), values);
    const data = {
      market: sandbox.id,
      ...checkout,
      ...(await this.ways(sandbox, checkout)),
      gone,
      buyers: buyerCards(values),
      values,
      address,
      problems,
      zone,
      onceKey: values.onceKey ?? newId('once'),
    };
    return page('market/checkout/form', data, problems.length > 0 ? 422 : 200);
  }

  /** Where each shop is paid directly, nobody can collect once and share out (docs/decisions/0032). */
  private mustSplit(lines: readonly { shopId: string }[]): boolean {
    return this.config.env.CONNECT_MODEL === 'direct' && new Set(lines.map(({ shopId }) => shopId)).size > 1;
  }

  /** How it will be possible to pay, or why not. */
  private async ways({ setup }: Standing['sandbox'], { shops, sums }: ReturnType<typeof checkoutSums>) {
    if (this.mustSplit(shops)) return { ways: [], noWay: 'cart.one_shop_at_a_time' };
    const accepting = await Promise.all(shops.map(({ shopId }) => this.shops.accepting(shopId)));
    const ways = waysToPay(accepting, sums.total, moneyRulesOf(setup));
    return typeof ways === 'string' ? { ways: [], noWay: ways } : { ways };
  }

  private async options(lines: readonly CartLine[], zone: DeliveryZone) {
    const shopIds = [...new Set(lines.map(({ shopId }) => shopId))];
    const found = shopIds.map(async (shopId) => [shopId, await this.shops.deliveryOptions(shopId, zone)] as const);
    return new Map(await Promise.all(found));
  }
}
