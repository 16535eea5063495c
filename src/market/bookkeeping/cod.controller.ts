import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { bangkokDay } from '../../shared/clock.js';
import { CodRemittances } from '../ledger/cod-remittances.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { answered, type Refill } from './answered.js';
import { byState } from './cod-parcel.js';
import { CodParcels } from './cod-parcels.service.js';
import { MoneyAnswers } from './money-answers.service.js';
import { typedDay } from './period.js';
import { codFrom } from './reckoning-input.js';
import { Reckonings } from './reckonings.service.js';
import { payingOut } from './shop-ledger.service.js';

/** เก็บเงินปลายทาง: what the courier collects, holds and hands on, and what is not as it should be. */
@Controller('m/:market/money/cod')
@Allow('learner', 'trainer')
export class CodController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly parcels: CodParcels,
    private readonly answers: MoneyAnswers,
    private readonly reckonings: Reckonings,
    private readonly remittances: CodRemittances,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return this.codPage(await this.access.enter(market, me));
  }

  @Post()
  async compute(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    return answered(
      form,
      (refill) => this.codPage(standing, refill),
      async () => {
        await this.reckonings.computeCod(standing.by, codFrom(form ?? {}));
        return seeOther(`/m/${market}/money/cod`, success('books.answer_kept'));
      },
    );
  }

  /** Asks the courier for what is missing of one parcel. */
  @Post(':order/claim')
  async claim(@Param('market') market: string, @Param('order') orderId: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.remittances.claim(by, { orderId });
    return seeOther(`/m/${market}/money/cod`, success('cod.claimed_now'));
  }

  /** Parcel by parcel; what they come to on a day is hers to work out. */
  private async codPage(standing: Standing, refill?: Refill): Promise<Page> {
    const { sandbox, market, by } = standing;
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const [parcels, answers] = await Promise.all([this.parcels.of(standing, shop.id), this.answers.of(shop.id, 'cod')]);
    const today = bangkokDay(new Date(sandbox.clock));
    const data = {
      ...{ market: sandbox.id, groups: byState(parcels), holdDays: payingOut(sandbox.setup).codHoldDays },
      ...{ answers: [...answers.values()] },
      ...{ values: refill?.values ?? { day: typedDay(today) }, problems: refill?.problems ?? [] },
    };
    return page('market/books/cod', data, refill ? 422 : 200);
  }
}
