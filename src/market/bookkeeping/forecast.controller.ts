import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { bangkokDay } from '../../shared/clock.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { answered, type Refill } from './answered.js';
import { forecastPage, numbered } from './forecast-page.js';
import { Forecasts } from './forecasts.service.js';
import { placeOf } from './money-sources.service.js';
import { weeksFrom } from './reckoning-input.js';

/** What cash comes and goes in the next four weeks. */
@Controller('m/:market/money/forecast')
@Allow('learner', 'trainer')
export class ForecastController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly forecasts: Forecasts,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return this.form(await this.access.enter(market, me));
  }

  @Post()
  async save(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    return answered(
      form,
      (refill) => this.form(standing, refill),
      async () => {
        await this.forecasts.save(standing.by, { weeks: weeksFrom(form ?? {}) });
        return seeOther(`/m/${market}/money/forecast`, success('books.forecast_saved'));
      },
    );
  }

  private async form(standing: Standing, refill?: Refill): Promise<Page> {
    const { sandbox, market, by } = standing;
    const shop = await this.shops.own(market, by.party);
    if (!shop) return page('market/books/no-shop', { market: sandbox.id });
    const [items, saved] = await Promise.all([
      this.forecasts.items(placeOf(standing), sandbox.setup, shop.id),
      this.forecasts.saved(shop.id),
    ]);
    const startsOn = bangkokDay(new Date(sandbox.clock));
    return page(
      'market/books/forecast',
      {
        market: sandbox.id,
        saved: saved && numbered(saved),
        ...forecastPage(items, startsOn, refill?.values),
        problems: refill?.problems ?? [],
      },
      refill ? 422 : 200,
    );
  }
}
