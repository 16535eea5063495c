import { Controller, Get, Param, Query } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { baht, satangFrom } from '../../shared/money.js';
import type { Problem } from '../../shared/refusal.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { nets } from './nets.js';

const GOODS = 24_000;
const SHIPPING = 4_500;
const MOST = 100_000_000;

/** "ตะกร้าเดียวกัน รับเงินห้าวิธี ได้เงินไม่เท่ากัน": for a seller who chooses how to be paid. */
@Controller('m/:market/money/methods')
@Allow('learner', 'trainer')
export class NetsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly config: Config,
  ) {}

  @Get()
  async show(
    @Param('market') market: string,
    @Me() me: Signed,
    @Query('goods') goods?: string,
    @Query('shipping') shipping?: string,
  ): Promise<Page> {
    const { sandbox } = await this.access.enter(market, me);
    const problems: Problem[] = [];
    const cart = {
      goodsSatang: sumOf('goods', goods, GOODS, problems),
      shippingSatang: sumOf('shipping', shipping, SHIPPING, problems),
    };
    const rules = moneyRulesOf(sandbox.setup);
    const values = { goods: goods ?? baht(GOODS), shipping: shipping ?? baht(SHIPPING) };
    const data = { market, values, problems, rules, isDirect: this.config.env.CONNECT_MODEL === 'direct' };
    return page(
      'market/money/methods',
      { ...data, nets: problems.length > 0 ? [] : nets(rules, cart) },
      problems.length > 0 ? 422 : 200,
    );
  }
}

function sumOf(field: string, typed: string | undefined, otherwise: number, problems: Problem[]): number {
  if (typed === undefined) return otherwise;
  const satang = satangFrom(typed);
  if (satang === null || satang > MOST) problems.push({ field, key: 'shops.fee_wrong' });
  return satang ?? 0;
}
