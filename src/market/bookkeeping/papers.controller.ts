import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { bahtWords } from '../../shared/baht-words.js';
import { notFound } from '../../shared/refusal.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import type { Form } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { answered, type Refill } from './answered.js';
import { BookReader } from './book-reader.service.js';
import { papersBy } from './money-event.js';
import { placeOf } from './money-sources.service.js';
import { vatWithin } from './vat.js';
import { voucherFrom } from './voucher.js';
import { Vouchers } from './vouchers.service.js';

/** The papers in a seller's envelope that have no page of their own elsewhere. */
@Controller('m/:market/money')
@Allow('learner', 'trainer')
export class MoneyPapersController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly reader: BookReader,
    private readonly vouchers: Vouchers,
  ) {}

  /** What somebody handed to her: of something bought, a bill, a note. */
  @Get('papers/:key')
  async paper(@Param('market') market: string, @Param('key') key: string, @Me() me: Signed): Promise<Page> {
    return this.paperPage(await this.access.enter(market, me), key);
  }

  /** Where nobody gave a receipt she writes down herself to whom the money went, and why. */
  @Post('papers/:key/voucher')
  async write(
    @Param('market') market: string,
    @Param('key') key: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    return answered(
      form,
      (refill) => this.paperPage(standing, key, refill),
      async () => {
        const id = await this.vouchers.write(standing.by, { ...voucherFrom(form ?? {}), paperKey: key });
        return seeOther(`/m/${market}/money/vouchers/${id}`, success('books.voucher_written'));
      },
    );
  }

  @Get('vouchers/:id')
  async voucher(@Param('market') market: string, @Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const { market: generation, by } = await this.access.enter(market, me);
    const voucher = await this.vouchers.ofSeller(generation, by.party, id);
    const shop = await this.shops.own(generation, by.party);
    return page('market/books/voucher', { market, voucher, shop, words: bahtWords(voucher.amountSatang) });
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

  private async paperPage(standing: Standing, key: string, refill?: Refill): Promise<Page> {
    const { setup, vat, opened, now } = placeOf(standing);
    const paper = papersBy(setup, opened, now).find((one) => one.key === key);
    if (!paper) throw notFound();
    const shop = await this.shops.own(standing.market, standing.by.party);
    const vouchers = shop ? await this.vouchers.ofShop(standing.market, shop.id) : [];
    const vatSatang = vatWithin(paper.amountSatang, vat.basisPoints);
    return page(
      'market/books/paper',
      {
        ...{ market: standing.sandbox.id, paper, isMemo: paper.proof === 'none' },
        voucher: vouchers.find(({ eventId }) => eventId === `paper:${key}`) ?? null,
        vat: { percent: vat.basisPoints / 100, satang: vatSatang, beforeSatang: paper.amountSatang - vatSatang },
        ...{ values: refill?.values ?? {}, problems: refill?.problems ?? [] },
      },
      refill ? 422 : 200,
    );
  }
}
