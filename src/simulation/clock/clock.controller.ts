import { Controller, Param, Post } from '@nestjs/common';
import { MarketAccess } from '../../market/sandboxes/market-access.service.js';
import { type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notAllowed } from '../../shared/refusal.js';
import { MarketClock } from './market-clock.service.js';

@Controller('m/:market/clock')
@Allow('learner', 'trainer')
export class ClockController {
  constructor(
    private readonly access: MarketAccess,
    private readonly clock: MarketClock,
  ) {}

  /** "ไปเช้าวันถัดไป". A class's clock belongs to the class and not to one of its learners. */
  @Post('next-morning')
  async nextMorning(@Param('market') market: string, @Me() me: Signed): Promise<SeeOther> {
    const { sandbox } = await this.access.enter(market, me);
    if (sandbox.kind === 'class' && !me.roles.includes('trainer')) throw notAllowed();
    await this.clock.nextMorning(sandbox.id);
    return seeOther(`/m/${market}/orders`, success('simulation.morning_came'));
  }
}
