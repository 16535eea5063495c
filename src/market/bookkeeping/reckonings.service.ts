import { Injectable } from '@nestjs/common';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import type { Shop } from '../shops/shop.js';
import { Shops } from '../shops/shops.service.js';
import { MoneyAnswers } from './money-answers.service.js';
import { ShopLedger } from './shop-ledger.service.js';

/** The verbs by which a seller says what she will get, as she worked it out. */
@Injectable()
export class Reckonings {
  constructor(
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly ledger: ShopLedger,
    private readonly answers: MoneyAnswers,
  ) {}

  /** What a payout comes to by its statement. */
  computePayout = this.acts.verb('payout.compute', async (act, input: { payoutId: string; amountSatang: number }) => {
    const shop = await this.ownShop(act);
    const { id } = await this.ledger.payout(act.market, shop.id, input.payoutId);
    const { amountSatang } = input;
    await this.answers.keep(act, shop.id, 'payout', { about: id, amountSatang });
    act.record('payout.computed', id, { amountSatang });
  });

  /** What the carrier still owes at the end of a Bangkok day. */
  computeCod = this.acts.verb('cod.compute', async (act, input: { day: string; amountSatang: number }) => {
    const shop = await this.ownShop(act);
    const { day, amountSatang } = input;
    await this.answers.keep(act, shop.id, 'cod', { about: day, amountSatang });
    act.record('cod_receivable.computed', day, { day, amountSatang });
  });

  private async ownShop(act: Act): Promise<Shop> {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    return shop;
  }
}
