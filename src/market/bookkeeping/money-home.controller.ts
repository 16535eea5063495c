import { Controller, Get, Param } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { MoneyHome } from './money-home.service.js';

/** เงินของร้าน: the one page from which everything about a shop's money is reached. */
@Controller('m/:market/money')
@Allow('learner', 'trainer')
export class MoneyHomeController {
  constructor(
    private readonly access: MarketAccess,
    private readonly home: MoneyHome,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return page('market/books/home', { market, ...(await this.home.of(await this.access.enter(market, me))) });
  }
}
