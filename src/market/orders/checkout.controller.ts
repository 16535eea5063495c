import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { newId } from '../../shared/ids.js';
import { invalid, type Problem, Refusal } from '../../shared/refusal.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { Carts } from '../cart/carts.service.js';
import { buyerPersonas } from '../personas/personas.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { buyerFrom } from './buyer-input.js';
import { Checkout } from './checkout.service.js';
import { byShop, orderTotals } from './order-totals.js';

type Form = Record<string, string>;

@Controller('m/:market/checkout')
@Allow('learner', 'trainer')
export class CheckoutController {
  constructor(
    private readonly access: MarketAccess,
    private readonly carts: Carts,
    private readonly shops: Shops,
    private readonly checkout: Checkout,
  ) {}

  @Get()
  async form(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return this.show(await this.access.enter(market, me), personaForm(), []);
  }

  @Post()
  async place(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      const buyer = buyerFrom(form);
      // The fees that she saw were those of another zone: she must see the right ones before she buys.
      if (form.zone && form.zone !== zoneOf(buyer)) throw invalid([{ field: 'postcode', key: 'cart.zone_changed' }]);
      const lines = await this.carts.lines(standing.market, standing.scope, asBuyer(standing.by).party);
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

  private async show(standing: Standing, values: Form, problems: Problem[]): Promise<Page> {
    const lines = await this.carts.lines(standing.market, standing.scope, asBuyer(standing.by).party);
    const zone = zoneOf(values);
    const shops = await Promise.all(
      byShop(lines).map(async ([shopId, its]) => {
        const options = await this.shops.deliveryOptions(shopId, zone);
        const chosen = values[`delivery_${shopId}`] ?? options[0]?.code;
        const choices = options.map((option) => ({ ...option, isChosen: option.code === chosen }));
        const { totalSatang } = orderTotals(its, 0);
        return { shopId, shopName: its[0]?.shopName, lines: its, totalSatang, choices };
      }),
    );
    const data = {
      market: standing.sandbox.id,
      shops,
      values,
      problems,
      zone,
      onceKey: values.onceKey ?? newId('once'),
    };
    return page('market/checkout/form', data, problems.length > 0 ? 422 : 200);
  }
}

/** A fictional buyer's card: nobody need type an address to try buying. */
function personaForm(): Form {
  const [persona] = buyerPersonas();
  if (!persona) return {};
  const { line: addressLine, ...chain } = persona.address;
  return { name: persona.name.th, phone: persona.phone, addressLine, ...chain };
}
