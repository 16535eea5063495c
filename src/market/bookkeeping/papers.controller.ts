import { Controller, Get, Param } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { BookReader } from './book-reader.service.js';
import { papersBy } from './money-event.js';
import { placeOf } from './money-sources.service.js';

/** The papers in a seller's envelope that have no page of their own elsewhere. */
@Controller('m/:market/money')
@Allow('learner', 'trainer')
export class MoneyPapersController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly reader: BookReader,
  ) {}

  /** What somebody handed to her: of something bought, a bill, a note. */
  @Get('papers/:key')
  async paper(@Param('market') market: string, @Param('key') key: string, @Me() me: Signed): Promise<Page> {
    const { setup, opened, now } = placeOf(await this.access.enter(market, me));
    const paper = papersBy(setup, opened, now).find((one) => one.key === key);
    if (!paper) throw notFound();
    return page('market/books/paper', { market, paper });
  }

  /** The proof of money that went back to a buyer. */
  @Get('refunds/:id')
  async refund(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const shop = await this.shops.own(standing.market, standing.by.party);
    const events = shop ? await this.reader.events(placeOf(standing), shop.id) : [];
    const refund = events.find((one) => one.id === `refund:${id}`);
    if (!refund) throw notFound();
    return page('market/books/refund', { market, refund });
  }
}
