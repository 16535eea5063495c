import { Injectable } from '@nestjs/common';
import { bangkokDay } from '../../shared/clock.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { Inquiries } from '../receiving/inquiries.service.js';
import { Matching } from '../receiving/matching.service.js';
import { Slips } from '../receiving/slips.service.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { BookReader } from './book-reader.service.js';
import { periodsFor } from './books-page.service.js';
import { MoneyAnswers } from './money-answers.service.js';
import { nextRoom, roomGroups, type Waiting } from './money-home.js';
import { placeOf } from './money-sources.service.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { ReconciliationReader } from './reconciliation-reader.service.js';
import { ShopLedger } from './shop-ledger.service.js';

/** What the home of a shop's money tells: how much waits in each room. A fixed number of statements. */
@Injectable()
export class MoneyHome {
  constructor(
    private readonly shops: Shops,
    private readonly accounts: ReceivingAccounts,
    private readonly direct: Matching,
    private readonly slips: Slips,
    private readonly inquiries: Inquiries,
    private readonly receipts: ReceiptReader,
    private readonly books: BookReader,
    private readonly ledger: ShopLedger,
    private readonly answers: MoneyAnswers,
    private readonly reconciliations: ReconciliationReader,
  ) {}

  async of(standing: Standing) {
    const shop = await this.shops.own(standing.market, standing.by.party);
    const waiting = shop ? { ...(await this.coming(standing)), ...(await this.reckoned(standing, shop.id)) } : {};
    const [uneven, stranded] = shop
      ? await Promise.all([
          this.direct.uneven(standing.market, standing.by.party),
          this.ledger.stranded(standing.market, shop.id),
        ])
      : [[], null];
    const next = stranded ? 'account' : nextRoom(waiting);
    return { hasShop: shop !== null, groups: roomGroups(waiting), next, uneven, stranded };
  }

  private async coming({ market, by: { party } }: Standing): Promise<Waiting> {
    const [account, credits, slips, inquiries] = await Promise.all([
      this.accounts.ofSeller(market, party),
      this.direct.open(market, party),
      this.slips.queue(market, party),
      this.inquiries.queue(market, party),
    ]);
    return {
      account: account?.verifiedAt ? 0 : 1,
      statement: credits.filter(({ purpose }) => purpose === 'payment').length,
      slips: slips.filter(({ result }) => result === null || result === 'waiting').length,
      requests: inquiries.filter(({ orderId }) => orderId === null).length,
    };
  }

  private async reckoned(standing: Standing, shopId: string): Promise<Waiting> {
    const { market, by } = standing;
    const [missing, documents, entered, payouts, answered, matching] = await Promise.all([
      this.receipts.missing(market, by.party),
      this.books.documents(placeOf(standing), shopId),
      this.books.entered(market, shopId),
      this.ledger.payouts(market, shopId),
      this.answers.of(shopId, 'payout'),
      this.unmatchedPeriod(standing, shopId),
    ]);
    return {
      receipts: missing.length,
      books: documents.filter(({ eventId }) => !entered.has(eventId)).length,
      payouts: payouts.filter(({ id, status }) => status !== 'open' && !answered.has(id)).length,
      matching,
    };
  }

  /** 1 where the last period that is over has credits and no matching handed in. */
  private async unmatchedPeriod(standing: Standing, shopId: string): Promise<number> {
    const { sandbox, market, by } = standing;
    const today = bangkokDay(new Date(sandbox.clock));
    const over = periodsFor(standing, null).periods.find(({ to }) => to < today);
    if (!over) return 0;
    const [credits, known] = await Promise.all([
      this.reconciliations.credits(market, by.party, over),
      this.reconciliations.find(shopId, over.from),
    ]);
    return credits.length > 0 && !known?.submittedAt ? 1 : 0;
  }
}
